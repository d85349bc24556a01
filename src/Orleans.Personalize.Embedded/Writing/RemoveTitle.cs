namespace Orleans.Personalize.Embedded.Writing;

/// <summary>Takes a title out of the catalogue. The answer is the catalogue's version without it; null where there was no such title.</summary>
internal sealed class RemoveTitle(TitleId title) : AnsweredWrite<long?>
{
    protected override long? Work(WriteGroup group) => group.RemoveTitle(title) ? group.CatalogVersion : null;
}
