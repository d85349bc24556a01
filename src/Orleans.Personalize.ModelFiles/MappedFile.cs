using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace Orleans.Personalize.ModelFiles;

/// <summary>
/// A file as memory, read on demand by the operating system and shared between processes. The mapping lives as long as something holds
/// the memory: its safe handle is released by the collector when the last model over it is gone.
/// </summary>
internal sealed unsafe class MappedFile : MemoryManager<byte>
{
    private readonly MemoryMappedViewAccessor? _view;
    private readonly byte* _start;
    private readonly int _length;

    /// <summary>Maps a file whole.</summary>
    /// <exception cref="InvalidDataException">The file is larger than 2 GB.</exception>
    public MappedFile(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > Array.MaxLength)
            throw new InvalidDataException($"'{path}' is {length} bytes long; a model file has at most {Array.MaxLength}.");
        _length = (int)length;
        if (_length == 0)
            return;
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);

        // Not AcquirePointer: what it counts would keep the handle open after the last model over it is gone.
        _start = (byte*)_view.SafeMemoryMappedViewHandle.DangerousGetHandle() + _view.PointerOffset;
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => new(_start, _length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)_length, nameof(elementIndex));
        return new MemoryHandle(_start + elementIndex, default, this);
    }

    /// <inheritdoc/>
    public override void Unpin()
    {
        // The mapping never moves.
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _view?.Dispose();
    }
}
