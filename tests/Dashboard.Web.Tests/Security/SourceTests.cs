using System.Text.RegularExpressions;

namespace Dashboard.Web.Tests.Security;

/// <summary>What the product's sources do without: each would open a way that docs/security.md says is not there.</summary>
public sealed class SourceTests
{
    private static readonly string[] Code = [".cs", ".razor"];

    // Files that may, with the reason.
    private static readonly string[] MayWriteMarkup =
    [
        "src/Dashboard.Web/Method/MethodPage.razor", // docs/scoring.md, built in
        "src/Dashboard.Web/Charts/Marks.cs", // texts in it are escaped: nothing that is not compiles
    ];

    private static readonly string[] MaySendMail =
    [
        "src/Dashboard.Web/Mail/ReminderService.cs", // to the server that the operator configures, nowhere else
    ];

    private static readonly string[] MayName =
    [
        "src/Dashboard.Data/Storage/SqlitePragmas.cs", // a constant
    ];

    private static readonly string[] MayTakeFiles =
    [
        "src/Dashboard.Web/Offline/BrowserFiles.cs", // into memory, no more than FileLimits
        "src/Dashboard.Web/Offline/ReturnCard.razor", // for FileReader
        "src/Dashboard.Web/Forms/FormBoard.razor", // for FormTemplate.CheckAsync, which begins with FileReader
    ];

    private static readonly string[] MayReadXml =
    [
        // The parts of workbooks that come from outside: without document types, within FileLimits, through PackageParts alone.
        .. Repository.Files("src/Dashboard.Exports/Incoming", [".cs"]),
    ];

    [Fact]
    public void Statements_AreNeverPutTogetherFromText() =>
        AssertNone(@"\b(FromSqlRaw|ExecuteSqlRaw(Async)?|SqlQueryRaw|CommandText)\b", Code, MayName);

    [Fact]
    public void OtherPrograms_AreNotStarted() => AssertNone(@"\bProcess(StartInfo)?\b\s*[.(]", Code);

    [Fact]
    public void OtherMachines_AreNotAsked() => AssertNone(@"\b(HttpClient|IHttpClientFactory|WebRequest|TcpClient|UdpClient|SmtpClient|LdapConnection|Dns)\b", Code, MaySendMail);

    [Fact]
    public void Files_AreTakenFromTheBrowser_InOneWay() => AssertNone(@"\b(IFormFile|InputFile|MudFileUpload|IBrowserFile)\b", Code, MayTakeFiles);

    [Fact]
    public void Markup_IsWrittenByRazorAlone() => AssertNone(@"\b(MarkupString|AddMarkupContent|Html\.Raw)\b", Code, MayWriteMarkup);

    // What is escaped is escaped for a place between them.
    [Fact]
    public void ValuesOfAttributes_StandInQuotationMarks() => AssertNone(@"<\w[^<>]*\s[\w-]+=\{", Code);

    [Fact]
    public void Xml_IsNotRead() => AssertNone(@"\b(XmlReader|XmlDocument|XDocument|XPath\w*|XslCompiledTransform|XmlSerializer)\b", Code, MayReadXml);

    // A reader of XML that somebody makes elsewhere would have rules of its own.
    [Fact]
    public void Xml_IsReadUnderOneRule() => AssertNone(@"XmlReader\.Create|DtdProcessing|ZipArchiveMode\.(Read|Update)|ZipFile\.", Code, "src/Dashboard.Exports/Incoming/PackageParts.cs");

    [Fact]
    public void Types_AreNotChosenByData() => AssertNone(@"\b(BinaryFormatter|TypeNameHandling|NetDataContractSerializer|LosFormatter|JsonDerivedType)\b|Type\.GetType\(|Assembly\.Load", Code);

    [Fact]
    public void Memory_IsManaged() => AssertNone(@"\bunsafe\b|\bstackalloc\b.*\*|\bMarshal\.|DllImport|LibraryImport|AllowUnsafeBlocks", [.. Code, ".csproj"]);

    // TOTP is HMAC-SHA1 by its standard; everything else is the framework's.
    [Fact]
    public void Cryptography_IsTheFrameworks() => AssertNone(
        @"\b(MD5|SHA1|DES|TripleDES|RC2|Aes|AesGcm|AesCbc|RSA|ECDsa|CipherMode|PaddingMode)\b\s*[.(]|new Random\b|Random\.Shared", Code);

    [Fact]
    public void Patterns_AreConstants() => AssertNone(@"new Regex\(|Regex\.(IsMatch|Match|Matches|Replace|Split)\(", Code);

    [Fact]
    public void Pages_HoldNoScriptOfTheirOwn() =>
        AssertNone(@"<script(?![^>]*\bsrc=)|\son(click|load|error|change|submit|focus|input)=|javascript:", [".razor"]);

    [Fact]
    public void Scripts_RunNoText_KeepNothing_AndListenToNobodyElse() =>
        AssertNone(@"\beval\(|new Function\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write|sessionStorage|indexedDB|document\.cookie|postMessage|onmessage|XMLHttpRequest|https?://", [".js"]);

    // A browser cuts what is pasted without a word; codes that somebody reads off a device are the exception.
    [Fact]
    public void Fields_CutNothing() =>
        AssertNone("(?i)maxlength", [".razor"], "src/Dashboard.Web/Accounts/SecondStepPage.razor", "src/Dashboard.Web/MyAccount/CodesSetUp.razor");

    // A rule that is not closed takes along those behind it, and a page loses its looks on some screens alone.
    [Fact]
    public void StyleSheets_CloseWhatTheyOpen() => Assert.All(
        Repository.Files("src", [".css"]), file => Assert.Equal((file, 0), (file, Repository.Read(file).Sum(c => c == '{' ? 1 : c == '}' ? -1 : 0))));

    // What the outbox keeps there is locked.
    [Fact]
    public void Scripts_KeepWhatIsNotAcknowledged_InTheOutboxAlone() => AssertNone(
        "localStorage", [".js"], "src/Dashboard.Web/wwwroot/desk/outbox.js", "src/Dashboard.Web/wwwroot/signout.js", "src/Dashboard.Web/wwwroot/unsent.js");

    [Fact]
    public void Secrets_AreNotInTheSources() => AssertNone(
        // Neither another property nor one of our own addresses is a secret.
        @"(?i)(password|pwd|secret|apikey)\s*=\s*(?!\w+\.\w+;|""/)[""']?[^""'{}<>\s;?=]{6,}[""';]|""\w*(password|secret|apikey)""\s*:\s*""[^""]+""|-----BEGIN", [.. Code, ".json", ".js", ".csproj", ".props"]);

    private static void AssertNone(string pattern, string[] endings, params string[] except) => Assert.Empty(
        Repository.Files("src", endings).Except(except)
            .SelectMany(file => Repository.Read(file).Split('\n').Select((line, n) => (Place: $"{file}:{n + 1}: {line.Trim()}", Line: line)))
            .Where(at => !at.Line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(at.Line, pattern))
            .Select(at => at.Place));
}
