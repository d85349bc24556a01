using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>
/// What events put on the profile's lists and take off them. Playing a title, putting it on the list or giving it a thumb up takes it out
/// of the hidden ones; looking at its page does not.
/// </summary>
internal static class ListRules
{
    /// <summary>Thumbs, my list, hidden titles and searches.</summary>
    public static ProfileState Apply(ProfileState state, in Occurrence occurrence)
    {
        switch (occurrence.Event)
        {
            case Searched searched:
                return state with { Searches = state.Searches.Add(searched.Query) };
            case SearchResultOpened opened:
                return state with { Searches = state.Searches.Add(opened.Query) };
            default:
                return occurrence.Number >= 0 ? OfTitle(state, occurrence) : state;
        }
    }

    private static ProfileState OfTitle(ProfileState state, in Occurrence occurrence)
    {
        var title = occurrence.Number;
        switch (occurrence.Event)
        {
            case ThumbGiven { Thumb: var thumb }:
                state = state with { ThumbArray = WithThumb(state.ThumbArray, title, thumb) };
                return thumb is Thumb.Up or Thumb.TwoUp ? Unhidden(state, title) : state;
            case MyListAdded:
                return Unhidden(state with { MyListArray = TitleList.With(state.MyListArray, title, ProfileMemory.MyList) }, title);
            case MyListRemoved:
                return state with { MyListArray = TitleList.Without(state.MyListArray, title) };
            case TitleHidden:
                return state with
                {
                    HiddenArray = TitleList.With(state.HiddenArray, title, ProfileMemory.Hidden),
                    MyListArray = TitleList.Without(state.MyListArray, title),
                    ResumePoints = ResumeRules.Without(state.ResumePoints, ResumeRules.IndexOf(state.ResumePoints, title)),
                };
            case PlayEvent:
                return Unhidden(state, title);
            default:
                return state;
        }
    }

    private static ProfileState Unhidden(ProfileState state, int title) =>
        state.IsHidden(title) ? state with { HiddenArray = TitleList.Without(state.HiddenArray, title) } : state;

    private static GivenThumb[] WithThumb(GivenThumb[] thumbs, int title, Thumb thumb)
    {
        var others = thumbs.Where(given => given.Title != title);
        return thumb == Thumb.Cleared
            ? [.. others]
            : [.. others.Append(new GivenThumb(title, thumb)).TakeLast(ProfileMemory.Thumbs)];
    }
}
