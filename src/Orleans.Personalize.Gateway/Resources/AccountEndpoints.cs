using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Households;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>Households: accounts and their profiles.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/accounts/{account}", GetAsync).WithTags("Profiles").WithName("getHousehold");

    /// <summary>The profiles of an account with their settings and when they were last used: who may be watching.</summary>
    /// <remarks>An account is there where profiles belong to it; any other has none. A profile moves to another account by its settings.</remarks>
    /// <param name="account">The account's id.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<Household> GetAsync(string account, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.GetHouseholdAsync(RouteIds.Read<AccountId>("account", account), cancellationToken);
}
