using Dashboard.Core.Release;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Data.Accounts;

/// <summary>Lets Identity compare names as Core does.</summary>
internal sealed class NameNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : PersonRule.KeyOf(name);

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
