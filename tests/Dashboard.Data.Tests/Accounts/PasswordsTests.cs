using System.Collections.Immutable;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Data.Tests.Accounts;

/// <summary>What may be chosen as a password.</summary>
public sealed class PasswordsTests
{
    private static readonly Viewer Hanako = new("Hanako Aoki", "JPN", "secret", Roles.Executive, []);
    private readonly Passwords _passwords = new(new PasswordHasher<Person>());

    // The thirty thousand that the estimate knows; most are too short already.
    [Fact]
    public void Common_IsRefused()
    {
        var common = Common();
        Assert.Equal(30_000, common.Length);
        Assert.Equal(229, common.Count(word => word.Length >= Passwords.Shortest));
        Assert.All(common, word => Assert.Throws<InputException>(() => _passwords.HashNew(Hanako, word, word)));
    }

    [Theory]
    [InlineData("aoki hanako japan")]
    [InlineData("readiness dashboard")]
    [InlineData("nato cyber auditor")]
    [InlineData("administrator planner")]
    public void WordsOfThePersonAndTheProduct_AreEasyToGuess(string password) =>
        Assert.Contains("easy to guess", Assert.Throws<InputException>(() => _passwords.HashNew(Hanako, password, password)).Message);

    [Theory]
    [InlineData("lowercase letters sixteen ways")]
    [InlineData("82 93 17 46 50 38")]
    [InlineData("!(-_*^%$ [){}@ ~|;")]
    public void AnyKindOfCharacter_IsEnough(string password) => Assert.NotEmpty(_passwords.HashNew(Hanako, password, password));

    // Decomposed letters become fewer; whatever is longer than can be kept is refused whole and not cut.
    [Fact]
    public void TooLong_IsRefused_HoweverItIsTyped()
    {
        var greek = Enumerable.Range(0x1F80, 0x30).Select(char.ConvertFromUtf32).Where(letter => letter.Normalize(NormalizationForm.FormD).Length == 4).ToList();
        var typed = string.Concat(Enumerable.Range(0, 257).Select(i => greek[i % greek.Count]));
        foreach (var form in (string[])[typed, typed.Normalize(NormalizationForm.FormD)])
            Assert.Contains("more than 256", Assert.Throws<InputException>(() => _passwords.HashNew(Hanako, form, form)).Message);
    }

    private static ImmutableArray<string> Common()
    {
        var estimate = typeof(Zxcvbn.Zxcvbn).Assembly;
        using var list = new StreamReader(estimate.GetManifestResourceStream(estimate.GetManifestResourceNames().Single(name => name.EndsWith(".passwords.lst", StringComparison.Ordinal)))!);
        return [.. list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
