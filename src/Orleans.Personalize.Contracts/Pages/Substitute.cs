namespace Orleans.Personalize.Pages;

/// <summary>What an answer is where what is known of the profile could not be reached in time.</summary>
public enum Substitute
{
    /// <summary>What anybody may see who has these settings and no history.</summary>
    Popular = 0,

    /// <summary>What the profile was answered some minutes ago.</summary>
    Earlier = 1,
}
