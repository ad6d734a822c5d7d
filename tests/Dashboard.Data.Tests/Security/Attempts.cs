using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Forms;
using Dashboard.Data.Opinions;
using Dashboard.Data.Release;
using Dashboard.Data.Tasking;
using Dashboard.Data.Tests.Assessments;
using Microsoft.Extensions.DependencyInjection;
using static Dashboard.Data.Tests.Security.Actor;

namespace Dashboard.Data.Tests.Security;

/// <summary>The table: every method of a store that takes a viewer and writes, with who may; and those that only read.</summary>
public static class Attempts
{
    private static readonly DateOnly Later = new(2026, 12, 24);
    private static readonly Marking Restricted = new("restricted");

    /// <summary>Methods that write nothing. What they show to whom, the tests of each and the canaries in the web tests look at.</summary>
    public static readonly string[] Reads =
    [
        "AccountStore.ListAsync",
        "AssessmentStore.MarkingOfAsync",
        "AssessmentStore.OwnAsync",
        "AssessmentStore.UnfinishedAsync",
        "AuditReader.ExtentAsync",
        "AuditReader.ListAsync",
        "AuditReader.PageAsync",
        "AuditStore.HeadAsync",
        "AuditStore.VerifyAsync",
        "CarryStore.EarlierAsync",
        "CatalogStore.UnapprovedAsync",
        "FormStore.ListAsync",
        "FormStore.OfferedAsync",
        "FormStore.OpenAsync",
        "GroupStore.ReleasedToAsync",
        "HistoryReader.OfAsync",
        "ImportStore.FrameworkAsync",
        "ImportStore.PlanAsync",
        "OpinionReader.AgreementsAsync",
        "OpinionReader.IsBlindAsync",
        "OpinionReader.MineAsync",
        "OpinionReader.OfAsync",
        "ReleaseStore.ListAsync",
        "ReleaseStore.OpenAsync",
        "ReportReader.ReadAskableAsync",
        "ReportReader.ReadAsync",
        "ReportReader.ReadBriefingAsync",
        "ReportReader.ReadGroupAsync",
        "ReportReader.ReadHistoryAsync",
        "ReportReader.ReadOverviewAsync",
        "ReturnStore.PlanAsync",
        "ScoreReader.ExtentAsync",
        "ScoreReader.ListAsync",
        "TaskReader.CountAsync",
        "TaskReader.HeldAsync",
        "TaskReader.MineAsync",
        "TaskReader.OfAsync",
        "TaskReader.TakersAsync",
        "TaskReader.ToFollowUpAsync",
        "WorkReader.OfAsync",
    ];

    /// <summary>Methods that write an entry of the audit for whoever acts and nothing else.</summary>
    public static readonly string[] Records = ["AuditedWrites.RecordAsync"];

    /// <summary>
    /// Methods that change something and take no viewer: they find out who acts, act on whoever is signed in and nobody else, or make the
    /// installation before anybody is there.
    /// Everything else that a store offers without a viewer reads what is the same for everybody.
    /// </summary>
    public static readonly string[] WithoutViewer =
    [
        // Names what was changed, and nothing of what was written there.
        "ChangeTail.HeadAsync",
        "ChangeTail.SinceAsync",
        "DatabaseSetup.PrepareAsync",
        "DemonstrationOpinions.EnsureAsync",
        "DemonstrationPeople.EnsureAsync",
        "DemonstrationPeople.SignInAsync",
        "DemonstrationTasks.EnsureAsync",
        "FactorStore.ReadAsync",
        "FactorStore.RemoveCodesAsync",
        "FactorStore.RenewRecoveryAsync",
        "FactorStore.SetUpCodesAsync",
        "InstallationStore.EnsureAsync",
        "IssuerSignInStore.RefuseAsync",
        "IssuerSignInStore.SignInAsync",
        "LinkStore.LookAsync",
        "LinkStore.UseAsync",
        "OwnAccountStore.ChangePasswordAsync",
        "OwnAccountStore.ConfirmAsync",
        "OwnAccountStore.MailAsync",
        "OwnAccountStore.SetMailAsync",
        "PasskeyStore.AddAsync",
        "PasskeyStore.ReadAsync",
        "PasskeyStore.RemoveAsync",
        "PasskeyStore.RenameAsync",
        "ReminderStore.NoteSentAsync",
        "ReminderStore.TakeAsync",
        "SecondStepStore.ReadAsync",
        "SecondStepStore.RefusePasskeyAsync",
        "SecondStepStore.WithCodeAsync",
        "SecondStepStore.WithPasskeyAsync",
        "SessionStore.BeginAsync",
        "SessionStore.EndAsync",
        "SessionStore.EndOthersAsync",
        "SessionStore.FindAsync",
        "SessionStore.OwnAsync",
        "SetUpStore.OfferAsync",
        "SetUpStore.UseAsync",
        "SignInStore.WithPasswordAsync",
        "CatalogStore.CyclesAsync",
        "CatalogStore.FrameworkAsync",
        "CatalogStore.FrameworksAsync",
        "CatalogStore.GroupsAsync",
        "InstallationStore.FindAsync",
        "SetUpStore.HasPeopleAsync",
        // Tells nothing: only from when its answers are, each of which takes a viewer.
        "ReportReader.AtOnceAsync",
    ];

    public static readonly Attempt[] All =
    [
        Of<AssessmentStore>("BeginAsync", "an estimate", [Planner, PlannerElsewhere, Foreign, Uncleared], (store, by, _) => store.BeginAsync(by, "LVA", "2026", Basis.Estimated, "unclassified")),
        Of<AssessmentStore>("BeginAsync", "above the clearance", [Planner, PlannerElsewhere, Foreign], (store, by, _) => store.BeginAsync(by, "LVA", "2026", Basis.Estimated, "secret")),
        Of<AssessmentStore>("BeginAsync", "Japan's own", [Planner, PlannerElsewhere, Uncleared], (store, by, _) => store.BeginAsync(by, "JPN", "2026", Basis.SelfAssessed, "unclassified")),
        Of<AssessmentStore>("ReviseAsync", "", [Planner, PlannerElsewhere], (store, by, on) => store.ReviseAsync(by, on.Approved.Id)),
        Of<AssessmentStore>("MoveAsync", "to review", [Planner, PlannerElsewhere], (store, by, on) => store.MoveAsync(by, on.Draft.Id, AssessmentStatus.InReview)),
        Of<AssessmentStore>("MoveAsync", "to approved", [Reviewer], (store, by, on) => store.MoveAsync(by, on.InReview.Id, AssessmentStatus.Approved)),
        Of<AssessmentStore>("MoveAsync", "to returned", [Reviewer], (store, by, on) => store.MoveAsync(by, on.InReview.Id, AssessmentStatus.Returned, "Look again.")),
        Of<AssessmentStore>("MoveAsync", "past the review", [], (store, by, on) => store.MoveAsync(by, on.Draft.Id, AssessmentStatus.Approved)),
        Of<AssessmentStore>("MoveAsync", "of one that is not there", [], (store, by, _) => store.MoveAsync(by, 4711, AssessmentStatus.InReview)),
        Of<SignOffStore>("SignAsync", "an area of a draft", [Planner], (store, by, on) => store.SignAsync(by, on.Seen, "LAN")),
        Of<SignOffStore>("SignAsync", "in review", [], (store, by, on) => store.SignAsync(by, on.Seen with { Assessment = on.InReview }, "LAN")),
        Of<SignOffStore>("AgreeAsync", "in review", [Reviewer], (store, by, on) => store.AgreeAsync(by, new CellKey(on.ToAgree.Id, "LAN-2"), 1)),
        Of<SignOffStore>("AgreeAsync", "to an answer that says a level", [], (store, by, on) => store.AgreeAsync(by, new CellKey(on.InReview.Id, "LAN-1"), 1)),
        Of<CommentStore>("AddAsync", "to a draft, on which the reviewer gives a second opinion", [Planner, PlannerElsewhere], (store, by, on) => store.AddAsync(by, new CellKey(on.Draft.Id, "LAN-1"), null, "Which exercise?")),
        Of<CommentStore>("AddAsync", "in review", [Planner, PlannerElsewhere, Reviewer, Officer], (store, by, on) => store.AddAsync(by, new CellKey(on.InReview.Id, "LAN-1"), null, "Which exercise?")),
        Of<CommentStore>("AddAsync", "once approved", [], (store, by, on) => store.AddAsync(by, new CellKey(on.Approved.Id, "LAN-1"), null, "Which exercise?")),
        Of<CommentStore>("SettleAsync", "", [Planner, PlannerElsewhere], (store, by, on) => store.SettleAsync(by, on.Comment, true)),
        Of<ScoreStore>("SaveAsync", "into a draft", [Planner], (store, by, on) => SaveAsync(store, by, on.Draft)),
        Of<ScoreStore>("SaveAsync", "in review", [], (store, by, on) => SaveAsync(store, by, on.InReview)),
        Of<ScoreStore>("SaveAsync", "once approved", [], (store, by, on) => SaveAsync(store, by, on.Approved)),
        // Another nation's planner begins an estimate of their own by it.
        Of<ImportStore>("SaveAsync", "into a draft", [Planner, Foreign], (store, by, on) => store.SaveAsync(by, new ImportTarget(on.Draft.Cycle), [new Dashboard.Core.Imports.TableLevel(on.Draft.Country, "LAN-4", 2, "C2")], new TakenFile("x", "y"))),
        Of<ReturnStore>("SaveAsync", "into a draft", [Planner], (store, by, on) => store.SaveAsync(by, on.Draft.Id, [new DecidedAnswer("LAN-4", Answer.Of(2), 0)], [])),
        Of<ReturnStore>("SaveAsync", "in review", [], (store, by, on) => store.SaveAsync(by, on.InReview.Id, [new DecidedAnswer("LAN-4", Answer.Of(2), 0)], [])),
        Of<ReturnStore>("SaveAsync", "once approved", [], (store, by, on) => store.SaveAsync(by, on.Approved.Id, [new DecidedAnswer("LAN-4", Answer.Of(2), 0)], [])),
        Of<CarryStore>("CarryAsync", "into a draft", [Planner], (store, by, on) => store.CarryAsync(by, on.Draft.Id)),
        Of<CarryStore>("CarryAsync", "in review", [], (store, by, on) => store.CarryAsync(by, on.InReview.Id)),
        Of<CarryStore>("CarryAsync", "once approved", [], (store, by, on) => store.CarryAsync(by, on.Approved.Id)),
        Of<CarryStore>("ConfirmAsync", "of a draft", [Planner], (store, by, on) => store.ConfirmAsync(by, on.Draft.Id, [on.Carried])),
        Of<CarryStore>("ConfirmAsync", "in review", [], (store, by, on) => store.ConfirmAsync(by, on.InReview.Id, [on.Carried])),
        Of<EvidenceStore>("SaveAsync", "added to a draft", [Planner], (store, by, on) => store.SaveAsync(by, Added(on, on.Draft))),
        Of<EvidenceStore>("SaveAsync", "added in review", [], (store, by, on) => store.SaveAsync(by, Added(on, on.InReview))),
        Of<EvidenceStore>("SaveAsync", "added once approved", [], (store, by, on) => store.SaveAsync(by, Added(on, on.Approved))),
        Of<EvidenceStore>("SaveAsync", "changed", [Planner], (store, by, on) => store.SaveAsync(by, on.Piece with { AssessmentId = on.Draft.Id, Title = "Changed" })),
        Of<EvidenceStore>("SaveAsync", "above the own clearance", [Planner], (store, by, on) => store.SaveAsync(by, Added(on, on.Draft) with { Marking = Marking.OfPart("secret") })),
        Of<EvidenceStore>("RemoveAsync", "", [Planner], (store, by, on) => store.RemoveAsync(by, on.Piece with { AssessmentId = on.Draft.Id })),
        Of<TaskStore>("GiveAsync", "", [Planner], (store, by, on) => store.GiveAsync(by, on.Draft.Id, ["INF"], Planner, Later)),
        Of<TaskStore>("GiveAsync", "once approved", [], (store, by, on) => store.GiveAsync(by, on.Approved.Id, ["INF"], Planner, Later)),
        Of<TaskStore>("ChangeDueAsync", "", [Planner], (store, by, on) => store.ChangeDueAsync(by, on.Task.Id, 1, Later.AddDays(1))),
        Of<TaskStore>("AnswerAsync", "", [Planner], (store, by, on) => store.AnswerAsync(by, on.Task.Id, 1, TaskState.Nil, "Not ours.")),
        Of<TaskStore>("WithdrawAsync", "", [Planner], (store, by, on) => store.WithdrawAsync(by, on.Task.Id, 1)),
        Of<TaskStore>("PassOnAsync", "", [Planner], (store, by, on) => store.PassOnAsync(by, on.Task.Id, 1, Targets.Successor, Later)),
        Of<TaskStore>("HandOverAsync", "", [Planner, Administrator], (store, by, _) => store.HandOverAsync(by, Planner, Targets.Successor)),
        Of<OpinionStore>("BeginAsync", "on what is in review", [Reviewer], (store, by, on) => store.BeginAsync(by, on.InReview.Id)),
        Of<OpinionStore>("BeginAsync", "a second time", [], (store, by, on) => store.BeginAsync(by, on.Draft.Id)),
        Of<OpinionStore>("BeginAsync", "once approved", [], (store, by, on) => store.BeginAsync(by, on.Approved.Id)),
        Of<OpinionStore>("SaveAsync", "", [Reviewer], (store, by, on) => store.SaveAsync(by, on.Opinion.Id, "LAN-2", Answer.Of(2), 0)),
        Of<OpinionStore>("HandInAsync", "", [Reviewer], (store, by, on) => store.HandInAsync(by, on.Opinion.Id)),
        Of<OpinionStore>("WithdrawAsync", "", [Reviewer], (store, by, on) => store.WithdrawAsync(by, on.Opinion.Id)),
        Of<MarkingStore>("MarkAsync", "a draft", [Planner, PlannerElsewhere], (store, by, on) => store.MarkAsync(by, on.Draft.Id, "confidential", null, Restricted)),
        Of<MarkingStore>("MarkAsync", "in review", [], (store, by, on) => store.MarkAsync(by, on.InReview.Id, "confidential", null, Restricted)),
        Of<MarkingStore>("MarkAsync", "once approved", [Officer], (store, by, on) => store.MarkAsync(by, on.Approved.Id, "unclassified", null, Restricted)),
        Of<MarkingStore>("MarkScoreAsync", "of a draft", [Planner], (store, by, on) => store.MarkScoreAsync(by, new CellKey(on.Draft.Id, "LAN-1"), "secret", 1)),
        Of<MarkingStore>("MarkScoreAsync", "once approved", [Officer], (store, by, on) => store.MarkScoreAsync(by, new CellKey(on.Approved.Id, "LAN-1"), "secret", 1)),
        Of<ReleaseStore>("ReleaseAsync", "", [Officer], (store, by, on) => store.ReleaseAsync(by, on.Approved.Id, "EST", "")),
        Of<ReleaseStore>("ReleaseAsync", "a draft", [], (store, by, on) => store.ReleaseAsync(by, on.Draft.Id, "EST", "")),
        Of<CatalogStore>("AddFrameworkAsync", "", [Administrator], (store, by, _) => store.AddFrameworkAsync(by, Core.Frameworks.FrameworkJson.BuiltInText.Replace("\"1.0\"", "\"9.9\"", StringComparison.Ordinal))),
        Of<CatalogStore>("AddCycleAsync", "", [Administrator], (store, by, _) => store.AddCycleAsync(by, "2031", new DateOnly(2031, 6, 30), null)),
        Of<CatalogStore>("PublishAsync", "", [Administrator], (store, by, _) => store.PublishAsync(by, "2026")),
        Of<GroupStore>("AddAsync", "", [Administrator], (store, by, _) => store.AddAsync(by, "NB8", new Names("Nordic-Baltic Eight"))),
        Of<GroupStore>("RenameAsync", "", [Administrator], (store, by, _) => store.RenameAsync(by, "QUAD", CountryGroup.BuiltIn.Single(g => g.Code == "QUAD").Names, new Names("Four"))),
        Of<GroupStore>("RemoveAsync", "a standing one", [], (store, by, _) => store.RemoveAsync(by, "QUAD")),
        Of<GroupStore>("ChangeMembershipAsync", "added", [Administrator], (store, by, _) => store.ChangeMembershipAsync(by, "QUAD", null, new Membership("EST", MembershipRole.Member))),
        Of<GroupStore>("ChangeMembershipAsync", "removed", [Administrator], (store, by, _) => store.ChangeMembershipAsync(by, "QUAD", new Membership("JPN", MembershipRole.Member), null)),
        Of<FormStore>("AddAsync", "", [Administrator], (store, by, _) => store.AddAsync(by, "RSF", "Readiness submission form", [1])),
        Of<FormStore>("ReplaceAsync", "", [Administrator], (store, by, on) => store.ReplaceAsync(by, on.Form.Code, on.Form.Hash, [2])),
        Of<FormStore>("RemoveAsync", "", [Administrator], (store, by, on) => store.RemoveAsync(by, on.Form.Code, on.Form.Hash)),
        Of<AccountStore>("InviteAsync", "", [Administrator], (store, by, _) => store.InviteAsync(by, new Viewer("Newcomer", "JPN", "secret", Roles.Administrator, []))),
        Of<AccountStore>("NewLinkAsync", "", [Administrator], (store, by, on) => store.NewLinkAsync(by, on.Person)),
        Of<AccountStore>("ChangeRightsAsync", "", [Administrator], (store, by, on) => store.ChangeRightsAsync(by, new Viewer(on.Person, "JPN", "secret", Roles.Administrator, []))),
        Of<AccountStore>("RemoveFactorsAsync", "", [Administrator], (store, by, on) => store.RemoveFactorsAsync(by, on.Person)),
        Of<AccountStore>("UnlockAsync", "", [Administrator], (store, by, on) => store.UnlockAsync(by, on.Person)),
        Of<AccountStore>("EndSessionsAsync", "", [Administrator], (store, by, on) => store.EndSessionsAsync(by, on.Person)),
        Of<AccountStore>("CloseAsync", "", [Administrator], (store, by, on) => store.CloseAsync(by, on.Person)),
        Of<AccountStore>("ReopenAsync", "one that is open", [], (store, by, on) => store.ReopenAsync(by, on.Person)),
    ];

    private static Attempt Of<TStore>(string method, string what, string[] may, Func<TStore, Viewer, Targets, Task> tryAsync) where TStore : notnull =>
        new($"{typeof(TStore).Name}.{method}", what, may, (services, by, on) => tryAsync(services.GetRequiredService<TStore>(), by, on));

    private static Evidence Added(Targets on, Assessment assessment) => on.Piece with { Id = 0, AssessmentId = assessment.Id, Version = 0, Title = "canary, another" };

    private static Task<SaveOutcome> SaveAsync(ScoreStore store, Viewer by, Assessment assessment) =>
        store.SaveAsync(by, new CellKey(assessment.Id, "LAN-1"), Answer.Of(5), 1, Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
}
