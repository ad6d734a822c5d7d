using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Language;

/// <summary>Refusals in the language of whoever asked. That all languages have the same keys and places is in <see cref="TextsTests"/>.</summary>
public sealed partial class RefusalTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Theory]
    [InlineData("en", "Unknown country 'JPX': choose one of JPN (Japan); use an ISO 3166-1 alpha-3 code such as JPN.")]
    [InlineData("ja", "国「JPX」は不明です：JPN (日本)から選んでください。ISO 3166-1 alpha-3コード（例：JPN）を使ってください。")]
    [InlineData("fr", "Pays «\u00a0JPX\u00a0» inconnu\u00a0: choisissez parmi JPN (Japon)\u00a0; utilisez un code ISO 3166-1 alpha-3 tel que JPN.")]
    [InlineData("de", "Unknown country 'JPX': choose one of JPN (Japan); use an ISO 3166-1 alpha-3 code such as JPN.")]
    public void Country_Unknown(string language, string sentence) => Says(language, sentence, () => Country.Require("JPX"));

    [Theory]
    [InlineData("ja", "国グループ「Hansa」は不明です：AUKUS、CCDCOE、EU、FVEY、JP-US、NATO、QUADから選んでください。")]
    [InlineData("fr", "Groupe de pays «\u00a0Hansa\u00a0» inconnu\u00a0: choisissez parmi AUKUS, CCDCOE, EU, FVEY, JP-US, NATO, QUAD.")]
    public void Group_Unknown(string language, string sentence) => Says(language, sentence, () => CountryGroup.Require(CountryGroup.BuiltIn, "Hansa"));

    [Theory]
    [InlineData("ja", "サイクル「1999」は不明です：2026から選んでください。")]
    [InlineData("fr", "Cycle «\u00a01999\u00a0» inconnu\u00a0: choisissez parmi 2026.")]
    public void Cycle_Unknown(string language, string sentence) =>
        Says(language, sentence, () => Cycle.Require([new Cycle("2026", new DateOnly(2026, 6, 30), "AICR", "1.0")], "1999"));

    [Theory]
    [InlineData("ja", "統計量「mode」は不明です：median、mean、upper-quartile、bestから選んでください。")]
    [InlineData("fr", "Statistique «\u00a0mode\u00a0» inconnue\u00a0: choisissez parmi median, mean, upper-quartile, best.")]
    public void Statistic_Unknown_OffersWhatTheAddressTakes(string language, string sentence) =>
        Says(language, sentence, () => CodeName.Parse<Statistic>("statistic", "mode"));

    [Theory]
    [InlineData("ja", "指標「DEC-9」は不明です：DEC-1、DEC-2、DEC-3から選んでください。枠組みはAICR 1.0です。")]
    [InlineData("fr", "Indicateur «\u00a0DEC-9\u00a0» inconnu\u00a0: choisissez parmi DEC-1, DEC-2, DEC-3\u00a0; le cadre est AICR 1.0.")]
    public void Indicator_Unknown(string language, string sentence) => Says(language, sentence, () => FrameworkJson.BuiltIn.IndexOf("DEC-9"));

    [Theory]
    [InlineData("ja", "秘密区分「top」は不明です：")]
    [InlineData("fr", "Classification «\u00a0top\u00a0» inconnue\u00a0: ")]
    public void Classification_Unknown(string language, string start) =>
        Assert.StartsWith(start, Message(language, () => ClassificationLadder.Default.Require("top")));

    [Theory]
    [InlineData("ja", "LAN-1：レベル6は尺度の範囲外です。0〜5、未評価、該当なしのいずれかを選んでください。")]
    [InlineData("fr", "LAN-1\u00a0: le niveau 6 est hors de l’échelle\u00a0; choisissez 0 à 5, non évalué ou sans objet.")]
    public void Answer_OutsideTheScale(string language, string sentence) => Says(language, sentence, () => Answer.Of(6).Check(FrameworkJson.BuiltIn, "LAN-1"));

    [Theory]
    [InlineData("en", "LAN-1: the evidence 'Report' expires on 2026-01-31, which is not after its date 2026-02-01.")]
    [InlineData("ja", "LAN-1：証拠「Report」の有効期限2026-01-31が、日付2026-02-01より後になっていません。")]
    [InlineData("fr", "LAN-1\u00a0: la preuve «\u00a0Report\u00a0» expire le 2026-01-31, ce qui n’est pas postérieur à sa date, le 2026-02-01.")]
    public void Evidence_ExpiresTooEarly(string language, string sentence) => Says(language, sentence, () => new Evidence
    {
        AssessmentId = 1, Indicator = "LAN-1", Title = "Report", Source = "Embassy", Date = new DateOnly(2026, 2, 1), Expiry = new DateOnly(2026, 1, 31),
    }.Check(new DateOnly(2026, 3, 1)));

    [Theory]
    [InlineData("en", "in-review")]
    [InlineData("ja", "審査中")]
    [InlineData("fr", "en revue")]
    public void Word_IsTheCodeInEnglish_AndTheReadersWordElsewhere(string language, string word)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Assert.Equal(word, Texts.RefusalWord(AssessmentStatus.InReview));
    }

    // A key that is missing would show only when somebody is refused; one that nobody uses is dead weight in three languages.
    [Fact]
    public void EveryRefusalInTheSource_HasAText_AndEveryTextIsUsed()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Dashboard.sln")))
            root = root.Parent ?? throw new InvalidOperationException("The tests run outside of the source.");
        var source = Directory.EnumerateFiles(Path.Combine(root.FullName, "src"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".cs" or ".razor").Select(File.ReadAllText).ToList();
        var used = source.SelectMany(text => Refused().Matches(text)).Select(m => m.Groups[1].Value)
            .Concat(source.SelectMany(text => Kind().Matches(text)).Select(m => "Unknown." + m.Groups[1].Value.Replace(' ', '-'))).ToHashSet();
        var keys = new ResourceManager("Dashboard.Core.Language.Texts", typeof(Texts).Assembly).GetResourceSet(CultureInfo.InvariantCulture, true, false)!
            .Cast<DictionaryEntry>().Select(e => (string)e.Key).Where(k => k.StartsWith("Input.", StringComparison.Ordinal)).Select(k => k["Input.".Length..]).ToHashSet();

        // Kinds that only the command line or an administrator is asked for are said in English.
        string[] english = ["Unknown.format", "Unknown.answer", "Unknown.language", "Unknown.stored-value"];
        Assert.Equal(keys.Order(), used.Except(english).Order());
        Assert.All(english, kind => Assert.Contains(kind, used));
    }

    private static void Says(string language, string sentence, Action refused) => Assert.Equal(sentence, Message(language, refused));

    private static string Message(string language, Action refused)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return Assert.Throws<InputException>(refused).Message;
    }

    [GeneratedRegex("""(?:InputException\.Of|Texts\.Refusal|\bOf)\("([A-Z][\w.]+)"[,)]""")]
    private static partial Regex Refused();

    [GeneratedRegex("""(?:UnknownChoice|CodeName\.Parse<\w+>)\("([^"]+)",""")]
    private static partial Regex Kind();
}
