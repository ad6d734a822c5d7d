namespace Dashboard.Web.Tests.Security.Walk;

/// <summary>
/// What every endpoint answers to whom. A line is: method, route, the request that is sent, and what nobody and each role gets.
/// <para>
/// yes: it answers · 400: it refuses in words, also by saying the same of what is hidden and of what is not there · 403: not for this
/// role · 404: there is no such page · sign-in: it leads there · to:/x: it leads to /x · none: it answers with nothing.
/// </para>
/// After "with", the fields of a form; forms are sent with the page's token, and once more without it.
/// Planner: of Japan, responsible for its language skills alone. Partner: an executive of the United States without a clearance.
/// Foreign: a planner of Estonia. 1 is Japan's approved assessment of itself, 11 Estonia's of itself, 12 Estonia's of Finland.
/// </summary>
internal static class EndpointTable
{
    public const string Lines =
        """
        method route                       nobody   planner  reviewer officer  executive administrator auditor partner  foreign  request
        GET    /                           sign-in  yes      yes      yes      yes       yes           yes     yes      yes      /
        GET    /overview                       sign-in  to:/overview/JPN to:/overview/JPN to:/overview/JPN to:/overview/JPN to:/overview/JPN to:/overview/JPN to:/overview/JPN to:/overview/JPN /overview?country=JPN
        GET    /gaps                       sign-in  to:/gaps/JPN to:/gaps/JPN to:/gaps/JPN to:/gaps/JPN to:/gaps/JPN to:/gaps/JPN to:/gaps/JPN to:/gaps/JPN /gaps?country=JPN
        GET    /compare                       sign-in  to:/compare/JPN to:/compare/JPN to:/compare/JPN to:/compare/JPN to:/compare/JPN to:/compare/JPN to:/compare/JPN to:/compare/JPN /compare?country=JPN
        GET    /trend                       sign-in  to:/trend/JPN to:/trend/JPN to:/trend/JPN to:/trend/JPN to:/trend/JPN to:/trend/JPN to:/trend/JPN to:/trend/JPN /trend?country=JPN
        GET    /position                       sign-in  to:/position/JPN to:/position/JPN to:/position/JPN to:/position/JPN to:/position/JPN to:/position/JPN to:/position/JPN to:/position/JPN /position?country=JPN
        GET    /requirements                       sign-in  to:/requirements/JPN to:/requirements/JPN to:/requirements/JPN to:/requirements/JPN to:/requirements/JPN to:/requirements/JPN to:/requirements/JPN to:/requirements/JPN /requirements?country=JPN
        GET    /gaps/{Subject}             sign-in  yes      yes      yes      yes       403           403     yes      yes      /gaps/JPN?against=NATO&cycle=2026
        GET    /compare/{Subject}          sign-in  yes      yes      yes      yes       403           403     yes      yes      /compare/JPN?against=NATO&cycle=2026
        GET    /compare/{Subject}          sign-in  yes      yes      yes      yes       403           403     yes      yes      /compare/JPN?against=NATO&cycle=2026&area=LAN&sort=-LAN-1
        GET    /compare/{Subject}          sign-in  400      400      400      400       403           403     400      400      /compare/JPN?against=NATO&area=XX
        GET    /compare/{Subject}          sign-in  400      400      400      400       403           403     400      400      /compare/JPN?against=NATO&sort=XX
        GET    /compare/{subject}.csv      sign-in  yes      yes      yes      yes       403           403     yes      yes      /compare/JPN.csv?against=NATO&cycle=2026
        GET    /compare/{subject}.svg      sign-in  yes      yes      yes      yes       403           403     yes      yes      /compare/JPN.svg?against=NATO&cycle=2026
        GET    /position/{Subject}         sign-in  yes      yes      yes      yes       403           403     yes      yes      /position/JPN?against=NATO&cycle=2026
        GET    /position/{Subject}         sign-in  400      400      400      400       403           403     400      400      /position/ATL
        GET    /position/{subject}.csv     sign-in  yes      yes      yes      yes       403           403     yes      yes      /position/JPN.csv?against=NATO&cycle=2026
        GET    /position/{subject}.svg     sign-in  yes      yes      yes      yes       403           403     yes      yes      /position/JPN.svg?against=NATO&cycle=2026
        GET    /requirements/{Subject}    sign-in  yes      yes      yes      yes       403           403     yes      yes      /requirements/JPN?against=NATO&cycle=2026
        GET    /requirements/{Subject}    sign-in  yes      yes      yes      yes       403           403     yes      yes      /requirements/JPN?against=NATO&cycle=2026&profile=STORYLINE-LEAD&sort=-LAN-1
        GET    /requirements/{Subject}    sign-in  400      400      400      400       403           403     400      400      /requirements/JPN?against=NATO&profile=XX
        GET    /requirements/{Subject}    sign-in  400      400      400      400       403           403     400      400      /requirements/JPN?against=NATO&sort=XX
        GET    /requirements/{subject}.csv sign-in  yes      yes      yes      yes       403           403     yes      yes      /requirements/JPN.csv?against=NATO&cycle=2026
        GET    /requirements/{subject}.svg sign-in  yes      yes      yes      yes       403           403     yes      yes      /requirements/JPN.svg?against=NATO&cycle=2026
        GET    /gaps/{Subject}             sign-in  yes      yes      yes      yes       403           403     yes      yes      /gaps/EST?against=NATO&cycle=2026
        GET    /gaps/{Subject}             sign-in  400      400      400      400       403           403     400      400      /gaps/ATL
        GET    /gaps/{subject}.json        sign-in  yes      yes      yes      yes       403           403     yes      yes      /gaps/JPN.json?against=NATO&cycle=2026
        GET    /gaps/{subject}.csv         sign-in  yes      yes      yes      yes       403           403     yes      yes      /gaps/JPN.csv?against=NATO&cycle=2026
        GET    /overview/{Subject}         sign-in  yes      yes      yes      yes       403           403     yes      yes      /overview/JPN?against=NATO&cycle=2026
        GET    /overview/{Subject}         sign-in  400      400      400      400       403           403     400      400      /overview/ATL
        GET    /areas/{Subject}/{Area}     sign-in  yes      yes      yes      yes       403           403     yes      yes      /areas/JPN/LAN?against=NATO&cycle=2026
        GET    /areas/{Subject}/{Area}     sign-in  400      400      400      400       403           403     400      400      /areas/JPN/XXX?against=NATO&cycle=2026
        GET    /areas/{subject}/{area}.csv sign-in  yes      yes      yes      yes       403           403     yes      yes      /areas/JPN/LAN.csv?against=NATO&cycle=2026
        GET    /areas/{subject}/{area}.svg sign-in  yes      yes      yes      yes       403           403     yes      yes      /areas/JPN/LAN.svg?against=NATO&cycle=2026
        GET    /trend/{Subject}            sign-in  yes      yes      yes      yes       403           403     yes      yes      /trend/JPN?against=NATO&cycle=2026
        GET    /present/{Subject}          sign-in  yes      yes      yes      yes       403           403     yes      yes      /present/JPN?against=NATO&cycle=2026
        GET    /present/{Subject}          sign-in  400      400      400      400       403           403     400      400      /present/ATL
        GET    /search                     sign-in  yes      yes      yes      yes       403           403     yes      yes      /search?q=language
        GET    /search                     sign-in  400      400      400      400       403           403     400      400      /search?of=ATL
        GET    /trend/{Subject}            sign-in  400      400      400      400       403           403     400      400      /trend/ATL
        GET    /trend/{subject}.csv        sign-in  yes      yes      yes      yes       403           403     yes      yes      /trend/JPN.csv?against=NATO&cycle=2026
        GET    /trend/{subject}.svg        sign-in  yes      yes      yes      yes       403           403     yes      yes      /trend/JPN.svg?against=NATO&cycle=2026
        GET    /gaps/{subject}.svg         sign-in  yes      yes      yes      yes       403           403     yes      yes      /gaps/JPN.svg?against=NATO&cycle=2026
        GET    /shape/{subject}.svg        sign-in  yes      yes      yes      yes       403           403     yes      yes      /shape/JPN.svg?against=NATO&cycle=2026
        GET    /briefings/{subject}.xlsx   sign-in  yes      yes      yes      yes       403           403     yes      yes      /briefings/JPN.xlsx?against=NATO&cycle=2026
        GET    /export                     sign-in  yes      yes      yes      yes       403           403     yes      yes      /export
        GET    /scores.xlsx                sign-in  yes      yes      yes      yes       403           403     yes      yes      /scores.xlsx
        GET    /scores.csv                 sign-in  yes      yes      yes      yes       403           403     yes      yes      /scores.csv?cycle=2026
        GET    /scores.csv                 sign-in  400      400      400      400       403           403     400      400      /scores.csv?cycle=1999
        GET    /scores.json                sign-in  yes      yes      yes      yes       403           403     yes      yes      /scores.json
        GET    /briefings/groups/{group}.xlsx sign-in yes   yes      yes      yes       403           403     yes      yes      /briefings/groups/NATO.xlsx?cycle=2026
        GET    /method                     sign-in  yes      yes      yes      yes       yes           yes     yes      yes      /method
        GET    /scoring                    sign-in  yes      yes      yes      403       403           403     403      yes      /scoring?cycle=2026
        GET    /scoring/{Subject}          sign-in  yes      yes      yes      403       403           403     403      400      /scoring/JPN?cycle=2026
        GET    /scoring/{Subject}          sign-in  400      yes      yes      403       403           403     403      400      /scoring/NOR?cycle=2026
        GET    /scoring/{Subject}          sign-in  400      400      400      403       403           403     403      yes      /scoring/LVA?cycle=2026
        GET    /scoring/{Subject}/tasks    sign-in  yes      yes      yes      403       403           403     403      400      /scoring/JPN/tasks?cycle=2026
        GET    /scoring/{Subject}/tasks    sign-in  400      400      400      403       403           403     403      yes      /scoring/LVA/tasks?cycle=2026
        GET    /scoring/{Subject}/offline  sign-in  yes      yes      yes      403       403           403     403      400      /scoring/JPN/offline?cycle=2026
        GET    /scoring/{Subject}/offline  sign-in  400      400      400      403       403           403     403      yes      /scoring/LVA/offline?cycle=2026
        GET    /scoring/{subject}/workbook.xlsx sign-in  yes 400      400      400       400           400     400      400      /scoring/JPN/workbook.xlsx?cycle=2026&areas=own
        GET    /scoring/{subject}/workbook.xlsx sign-in  400 400      400      400       400           400     400      yes      /scoring/LVA/workbook.xlsx?cycle=2026&areas=own
        GET    /scoring/{Subject}/opinion  sign-in  yes      yes      400      403       403           403     403      400      /scoring/JPN/opinion?cycle=2026
        GET    /scoring/{Subject}/opinion  sign-in  400      yes      yes      403       403           403     403      400      /scoring/NOR/opinion?cycle=2026
        GET    /scoring/{Subject}/opinion  sign-in  400      400      400      403       403           403     403      yes      /scoring/LVA/opinion?cycle=2026
        GET    /scoring/sheets/{Id:int}    sign-in  to:/scoring/JPN to:/scoring/JPN to:/scoring/JPN 403 403     403     403      400      /scoring/sheets/1
        GET    /scoring/sheets/{Id:int}    sign-in  400      400      400      403       403           403     403      to:/scoring/EST /scoring/sheets/11
        GET    /scoring/sheets/{Id:int}    sign-in  400      400      400      403       403           403     403      400      /scoring/sheets/4711
        GET    /scoring/opinions/{Id:int}  sign-in  400      400      400      403       403           403     403      400      /scoring/opinions/4711
        GET    /releases                   sign-in  403      403      yes      403       403           403     403      403      /releases?cycle=2026
        GET    /releases/{Id:int}          sign-in  403      403      yes      403       403           403     403      403      /releases/1
        GET    /releases/{Id:int}          sign-in  403      403      400      403       403           403     403      403      /releases/11
        GET    /releases/{Id:int}          sign-in  403      403      400      403       403           403     403      403      /releases/4711
        GET    /audit                      sign-in  403      403      403      403       yes           yes     403      403      /audit
        GET    /audit.csv                  sign-in  403      403      403      403       403           yes     403      403      /audit.csv
        GET    /audit.json                 sign-in  403      403      403      403       403           yes     403      403      /audit.json
        GET    /people                     sign-in  403      403      403      403       yes           403     403      403      /people
        GET    /cycles                     sign-in  403      403      403      403       yes           403     403      403      /cycles
        GET    /cycles                     sign-in  403      403      403      403       400           403     403      403      /cycles?publish=1999
        GET    /groups                     sign-in  403      403      403      403       yes           403     403      403      /groups
        GET    /groups/{Code}              sign-in  403      403      403      403       yes           403     403      403      /groups/NATO
        GET    /groups/{Code}              sign-in  403      403      403      403       400           403     403      403      /groups/Hansa
        GET    /groups/{Code}              sign-in  403      403      403      403       yes           403     403      403      /groups/NATO?change=FRA_full-member_1949-01-01_
        GET    /people/hand-over           sign-in  403      403      403      403       yes           403     403      403      /people/hand-over
        GET    /account                    sign-in  yes      yes      yes      yes       yes           yes     yes      yes      /account
        GET    /account/codes              sign-in  yes      yes      to:/account/confirm yes       to:/account/confirm to:/account/confirm yes      yes      /account/codes
        GET    /account/passkeys           sign-in  yes      yes      to:/account/confirm yes       to:/account/confirm to:/account/confirm yes      yes      /account/passkeys
        GET    /account/password           sign-in  yes      yes      yes      yes       yes           yes     yes      yes      /account/password
        GET    /account/confirm            sign-in  yes      yes      yes      yes       yes           yes     yes      yes      /account/confirm?back=/account/codes
        GET    /sign-in/code               to:/sign-in to:/sign-in to:/sign-in to:/sign-in to:/sign-in to:/sign-in   to:/sign-in to:/sign-in to:/sign-in /sign-in/code
        GET    /sign-in                    yes      yes      yes      yes      yes       yes           yes     yes      yes      /sign-in
        GET    /set-up                     400      400      400      400      400       400           400     400      400      /set-up?code=guessed
        GET    /invitation                 400      400      400      400      400       400           400     400      400      /invitation?code=guessed
        GET    /too-many-pages             sign-in  yes      yes      yes      yes       yes           yes     yes      yes      /too-many-pages
        GET    /not-found                  yes      yes      yes      yes      yes       yes           yes     yes      yes      /not-found
        GET    /error                      yes      yes      yes      yes      yes       yes           yes     yes      yes      /error
        GET    /preferences/language       to:/method to:/method to:/method to:/method to:/method to:/method to:/method to:/method to:/method /preferences/language?code=en&back=/method
        GET    /preferences/theme          to:/method to:/method to:/method to:/method to:/method to:/method to:/method to:/method to:/method /preferences/theme?back=/method
        ANY    /health                     yes      yes      yes      yes      yes       yes           yes     yes      yes      /health
        ANY    /health/ready               yes      yes      yes      yes      yes       yes           yes     yes      yes      /health/ready
        POST   /                           sign-in  400      400      400      400       400           400     400      400      / with _handler=release
        POST   /gaps/{Subject}             sign-in  400      400      400      400       400           400     400      400      /gaps/JPN?cycle=2026 with _handler=release
        POST   /overview/{Subject}         sign-in  400      400      400      400       400           400     400      400      /overview/JPN?cycle=2026 with _handler=release
        POST   /trend/{Subject}            sign-in  400      400      400      400       400           400     400      400      /trend/JPN?cycle=2026 with _handler=release
        POST   /present/{Subject}          sign-in  400      400      400      400       400           400     400      400      /present/JPN?cycle=2026 with _handler=release
        POST   /search                     sign-in  400      400      400      400       400           400     400      400      /search with _handler=release
        POST   /areas/{Subject}/{Area}     sign-in  400      400      400      400       400           400     400      400      /areas/JPN/LAN?cycle=2026 with _handler=release
        POST   /compare/{Subject}          sign-in  400      400      400      400       400           400     400      400      /compare/JPN?cycle=2026 with _handler=release
        POST   /position/{Subject}         sign-in  400      400      400      400       400           400     400      400      /position/JPN?cycle=2026 with _handler=release
        POST   /requirements/{Subject}     sign-in  400      400      400      400       400           400     400      400      /requirements/JPN?cycle=2026 with _handler=release
        POST   /export                     sign-in  400      400      400      400       400           400     400      400      /export with _handler=release
        POST   /method                     sign-in  400      400      400      400       400           400     400      400      /method with _handler=release
        POST   /scoring                    sign-in  to:/scoring/JPN 400 400    400       400           400     400      to:/scoring/EST /scoring?cycle=2027 with _handler=begin&country=@own&classification=unclassified
        POST   /scoring                    sign-in  400      400      400      400       400           400     400      400      /scoring?cycle=2025 with _handler=begin&country=@own&classification=unclassified
        POST   /scoring                    sign-in  yes      400      400      400       400           400     400      yes      /scoring?cycle=2026 with _handler=my-task&id=4711&version=1&to=nil&reason=Not ours
        POST   /scoring/changes            sign-in  400      400      400      400       400           400     400      400      /scoring/changes with account=guessed
        POST   /scoring/opinion-changes    sign-in  400      400      400      400       400           400     400      400      /scoring/opinion-changes with account=guessed
        POST   /scoring/outbox-key         sign-in  400      400      400      400       400           400     400      400      /scoring/outbox-key with seal=guessed
        POST   /scoring/{Subject}          sign-in  400      400      400      400       400           400     400      400      /scoring/JPN?cycle=2026 with _handler=begin
        POST   /scoring/{Subject}/offline  sign-in  400      400      400      400       400           400     400      400      /scoring/JPN/offline?cycle=2026 with _handler=begin
        POST   /scoring/{Subject}/tasks    sign-in  400      400      400      400       400           400     400      400      /scoring/JPN/tasks?cycle=2026 with _handler=give&areas=LAN&taker=desk&due=2026-12-24
        POST   /scoring/{Subject}/tasks    sign-in  400      400      400      400       400           400     400      400      /scoring/JPN/tasks?cycle=2026 with _handler=hand-over&from=guessed&heir=guessed
        POST   /scoring/{Subject}/tasks    sign-in  400      400      400      400       400           400     400      400      /scoring/JPN/tasks?cycle=2026&task=4711 with _handler=change&version=1&deed=due&day=2026-12-24
        POST   /scoring/{Subject}/opinion  sign-in  400      400      400      400       400           400     400      400      /scoring/JPN/opinion?cycle=2025 with _handler=begin-opinion
        POST   /scoring/{Subject}/opinion  sign-in  400      yes      400      400       400           400     400      400      /scoring/JPN/opinion?cycle=2026 with _handler=end-opinion&id=4711&deed=hand-in
        POST   /scoring/sheets/{Id:int}    sign-in  400      400      400      400       400           400     400      400      /scoring/sheets/1 with _handler=begin
        POST   /scoring/opinions/{Id:int}  sign-in  400      400      400      400       400           400     400      400      /scoring/opinions/4711 with _handler=begin
        POST   /releases                   sign-in  400      400      400      400       400           400     400      400      /releases with _handler=release&to=EST
        POST   /releases/{Id:int}          sign-in  400      400      to:/releases/1 400 400           400     400      400      /releases/1?look=true&to=USA&to=EST with _handler=release&to=EST,USA&expected=USA
        POST   /releases/{Id:int}          sign-in  400      400      to:/releases/1 400 400           400     400      400      /releases/1 with _handler=mark&parts=restricted&expected=unclassified
        POST   /releases/{Id:int}          sign-in  400      400      to:/releases/1 400 400           400     400      400      /releases/1 with _handler=mark-answer&answer=LAN-2:1&level=secret
        POST   /releases/{Id:int}          sign-in  400      400      400      400       400           400     400      400      /releases/12?look=true&to=USA with _handler=release&to=USA
        POST   /audit                      sign-in  400      400      400      400       400           400     400      400      /audit with _handler=release
        POST   /people                     sign-in  400      400      400      400       400           400     400      400      /people with _handler=release
        POST   /cycles                     sign-in  400      400      400      400       yes           400     400      400      /cycles with _handler=add-cycle&code=2030&day=never
        POST   /cycles                     sign-in  400      400      400      400       yes           400     400      400      /cycles?publish=2025 with _handler=publish
        POST   /groups                     sign-in  400      400      400      400       yes           400     400      400      /groups with _handler=add-group&code=USA&english=
        POST   /groups/{Code}              sign-in  400      400      400      400       yes           400     400      400      /groups/NATO with _handler=add-membership&country=FRA&role=member&from=2020-01-01&to=2000-01-01
        POST   /groups/{Code}              sign-in  400      400      400      400       to:/groups/NATO 400   400      400      /groups/NATO?change=FRA_full-member_1949-01-01_ with _handler=change-membership&before=FRA_full-member_1949-01-01_&deed=none&role=member&from=2020-01-01&to=2000-01-01
        POST   /groups/{Code}              sign-in  400      400      400      400       yes           400     400      400      /groups/NATO with _handler=rename&seenEnglish=Hansa&seenJapanese=NATO&seenFrench=OTAN&english=NATO
        POST   /groups/{Code}              sign-in  400      400      400      400       400           400     400      400      /groups/NATO with _handler=remove-group
        GET    /forms                      sign-in  403      403      403      403       yes           403     403      403      /forms
        GET    /forms/{code}/{subject}.xlsx sign-in yes      yes      yes      yes       403           403     yes      yes      /forms/RSF/JPN.xlsx?against=NATO&cycle=2026
        GET    /forms/{code}/{subject}.xlsx sign-in 400      400      400      400       403           403     400      400      /forms/XXX/JPN.xlsx?against=NATO&cycle=2026
        POST   /forms                      sign-in  400      400      400      400       400           400     400      400      /forms with _handler=release
        POST   /people/hand-over           sign-in  400      400      400      400       yes           400     400      400      /people/hand-over with _handler=hand-over-all&from=guessed&heir=guessed
        POST   /account                    sign-in  400      400      400      400       400           400     400      400      /account with _handler=release
        POST   /account                    sign-in  400      400      400      400       400           400     400      400      /account with _handler=mail&address=somebody@example.org
        POST   /account/codes              sign-in  yes      yes      400      yes       400           400     yes      yes      /account/codes with _handler=set-up&code=123456
        POST   /account/codes              sign-in  yes      yes      400      yes       400           400     yes      yes      /account/codes with _handler=renew
        POST   /account/codes              sign-in  yes      yes      400      yes       400           400     yes      yes      /account/codes with _handler=remove
        POST   /account/passkeys           sign-in  yes      yes      400      yes       400           400     yes      yes      /account/passkeys with _handler=rename&id=AAAA&name=Key
        POST   /account/passkeys           sign-in  yes      yes      400      yes       400           400     yes      yes      /account/passkeys with _handler=passkey&state=guessed&credential=guessed&name=Key
        POST   /account/password           sign-in  yes      yes      yes      yes       yes           yes     yes      yes      /account/password with _handler=password&old=guessed&password=river stone window 99&again=river stone window 99
        POST   /account/confirm            sign-in  yes      yes      yes      yes       yes           yes     yes      yes      /account/confirm with _handler=confirm&password=guessed
        POST   /account/sessions/end       sign-in  to:/account/confirm to:/account/confirm to:/account/confirm to:/account/confirm to:/account/confirm to:/account/confirm to:/account/confirm to:/account/confirm /account/sessions/end with session=others
        POST   /sign-in/code               400      400      400      400      400       400           400     400      400      /sign-in/code with _handler=code&code=123456
        POST   /sign-in                    yes      yes      yes      yes      yes       yes           yes     yes      yes      /sign-in with _handler=sign-in&name=Person&password=guessed
        POST   /sign-in/persona            to:/sign-in to:/sign-in to:/sign-in to:/sign-in to:/sign-in to:/sign-in to:/sign-in to:/sign-in to:/sign-in /sign-in/persona with persona=executive-jpn
        POST   /set-up                     400      400      400      400      400       400           400     400      400      /set-up?code=guessed with _handler=set-up&nation=EST&name=Kaja&password=river stone window 88&again=river stone window 88
        POST   /invitation                 400      400      400      400      400       400           400     400      400      /invitation?code=guessed with _handler=invitation&password=river stone window 88&again=river stone window 88
        POST   /too-many-pages             sign-in  400      400      400      400       400           400     400      400      /too-many-pages with _handler=release
        POST   /not-found                  400      400      400      400      400       400           400     400      400      /not-found with _handler=release
        POST   /error                      400      400      400      400      400       400           400     400      400      /error with _handler=release
        POST   /sign-out                   to:/sign-in to:/sign-in to:/sign-in to:/sign-in to:/sign-in to:/sign-in to:/sign-in to:/sign-in to:/sign-in /sign-out
        """;

    /// <summary>The columns after method and route.</summary>
    public static string[] Columns { get; } = Words(Lines.Split('\n')[0])[2..^1];

    public static IReadOnlyList<Visit> Visits { get; } = [.. Lines.Split('\n').Skip(1).Select(Read)];

    /// <summary>A line to add for a route that has none.</summary>
    public static string LineFor(string method, string route) => $"{method} {route} {string.Join(' ', Columns.Select(column => $"<{column}>"))} <request>";

    private static Visit Read(string line)
    {
        var words = Words(line);
        var expected = words[2..(2 + Columns.Length)];
        var request = string.Join(' ', words[(2 + Columns.Length)..]).Split(" with ");
        return new Visit(words[0], words[1], request[0], request.Length > 1 ? request[1] : "", Columns.Zip(expected).ToDictionary(c => c.First, c => c.Second));
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>One line of the table.</summary>
/// <param name="Method">GET, POST, or ANY.</param>
/// <param name="Route">As the application names it.</param>
/// <param name="Request">The address that is asked for.</param>
/// <param name="Form">The fields that are sent.</param>
/// <param name="Expected">What nobody and each role gets.</param>
internal sealed record Visit(string Method, string Route, string Request, string Form, IReadOnlyDictionary<string, string> Expected);
