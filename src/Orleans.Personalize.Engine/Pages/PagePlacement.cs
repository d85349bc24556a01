using Orleans.Personalize.Engine.Pages.Continuing;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>
/// Keeps count of which titles stand on a page already. A title stands once; where the catalogue runs dry below the fold it may stand
/// again, but never twice on one screen. Titles of rows that the profile filled itself are kept for those rows.
/// </summary>
internal readonly struct PagePlacement
{
    private readonly Workspace _workspace;
    private readonly int _mostAppearances;

    /// <summary>Starts with an empty page.</summary>
    /// <param name="workspace">Holds the scores and the titles that are kept for rows of the profile's own.</param>
    /// <param name="mostAppearances">How often a title may stand on the page.</param>
    public PagePlacement(Workspace workspace, int mostAppearances)
    {
        _workspace = workspace;
        _mostAppearances = mostAppearances;
        workspace.Appearances.AsSpan().Clear();
        workspace.LastScreen.AsSpan().Clear();
        workspace.Recommendable.Copy(workspace.Rank, float.NaN, workspace.Open);
        foreach (var title in workspace.Reserved) workspace.Open[title] = float.NaN;
    }

    /// <summary>float[titles]: the score of each title that may be recommended and does not stand on the page yet; NaN elsewhere.</summary>
    public ReadOnlySpan<float> Open => _workspace.Open;

    /// <summary>Places what was given of the page earlier. A silo may not know the newest titles yet: those are passed over.</summary>
    /// <param name="page">What was given.</param>
    /// <param name="screen">The screen on which the page goes on, counted from 1.</param>
    public void Restore(PageSoFar page, byte screen)
    {
        foreach (var title in page.Shown) Restore(title, 1);
        foreach (var title in page.Repeated) Restore(title, (byte)_mostAppearances);
        foreach (var title in page.OnScreen)
        {
            if (title < _workspace.LastScreen.Length) _workspace.LastScreen[title] = screen;
        }
    }

    /// <summary>Whether a title may be placed.</summary>
    /// <param name="title">The title's number.</param>
    /// <param name="isOwn">Whether the row holds what the profile itself put there.</param>
    /// <param name="repeats">Whether the row may repeat titles of other screens.</param>
    /// <param name="screen">The screen, counted from 1.</param>
    public bool CanStand(int title, bool isOwn, bool repeats, int screen)
    {
        if (isOwn) return _workspace.LastScreen[title] != screen;
        if (_workspace.Reserved.Contains(title)) return false;
        var appearances = _workspace.Appearances[title];
        return appearances == 0 || (repeats && appearances < _mostAppearances && _workspace.LastScreen[title] != screen);
    }

    /// <summary>Whether a title stands on the page already.</summary>
    public bool IsRepeat(int title) => _workspace.Appearances[title] != 0;

    /// <summary>Places a title.</summary>
    public void Place(int title, int screen)
    {
        _workspace.Appearances[title]++;
        _workspace.LastScreen[title] = (byte)screen;
        _workspace.Open[title] = float.NaN;
    }

    private void Restore(int title, byte appearances)
    {
        if (title >= _workspace.Appearances.Length) return;
        _workspace.Appearances[title] = appearances;
        _workspace.Open[title] = float.NaN;
    }
}
