using System.Text;
using Dashboard.Core;
using Dashboard.Core.Countries;
using Dashboard.Core.Release;
using Microsoft.AspNetCore.Identity;
using Matcher = Zxcvbn.Zxcvbn;

namespace Dashboard.Data.Accounts;

/// <summary>What a password must be, and how it is hashed and compared.</summary>
public sealed class Passwords(IPasswordHasher<Person> hasher)
{
    public const int Shortest = 12;
    public const int Longest = 256;

    // One letter may be typed as up to four, each mark by itself.
    private const int LongestTyped = 4 * Longest;

    // Of 0 to 4: guessable with less than a hundred million tries below 3.
    private const int Strong = 3;

    // The estimate's time grows faster than the length; what is hard to guess so far stays hard.
    private const int Estimated = 100;

    // Repetition in a script that the estimate knows no words of.
    private const int FewestDifferent = 5;

    // What somebody would try first who knows what this is.
    private static readonly string[] OfTheProduct =
        ["allied", "cyber", "readiness", "dashboard", "nato", "defence", "defense", "planner", "reviewer", "executive", "auditor", "administrator"];

    // For names that nobody has: comparing takes as long as with an account.
    private readonly Lazy<string> _ofNobody = new(() => hasher.HashPassword(new Person(), "of nobody"));

    /// <summary>The hash of a new password. There are no rules about kinds of characters; it must be long, and not easy to guess.</summary>
    /// <exception cref="InputException">The two differ, or it is too short, too long, or easy to guess.</exception>
    public string HashNew(Viewer person, string password, string again)
    {
        if (password != again)
            throw InputException.Of("PasswordsDiffer");
        if (password.Length > LongestTyped)
            throw InputException.Of("PasswordLong", Longest);
        var clean = Clean(password);
        var runes = clean.EnumerateRunes().ToList();
        if (runes.Count < Shortest)
            throw InputException.Of("PasswordShort", runes.Count, Shortest);
        if (runes.Count > Longest)
            throw InputException.Of("PasswordLong", Longest);
        if (runes.Distinct().Count() < FewestDifferent || Score(clean, person) < Strong)
            throw InputException.Of("PasswordEasy");
        return hasher.HashPassword(new Person(), clean);
    }

    /// <summary>Whether it is the person's password; takes as long for nobody and for a person without one.</summary>
    public bool Match(Person? person, string password)
    {
        // Nobody's: none is empty.
        var clean = password.Length > LongestTyped ? "" : Clean(password);
        var result = hasher.VerifyHashedPassword(person ?? new Person(), person?.PasswordHash ?? _ofNobody.Value, clean);
        return person?.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }

    // The same letters, however a keyboard composes them.
    private static string Clean(string password) =>
        string.Concat(password.EnumerateRunes()).Normalize(NormalizationForm.FormKC);

    private static int Score(string password, Viewer person)
    {
        var nation = Country.Require(person.Nation).Names;
        string[] known = [person.Name, .. person.Name.Split(' '), person.Nation, nation.English, nation.French, nation.Japanese, .. OfTheProduct];
        return Matcher.MatchPassword(password[..Math.Min(password.Length, Estimated)], known).Score;
    }
}
