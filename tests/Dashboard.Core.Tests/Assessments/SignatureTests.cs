using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Core.Tests.Release;

namespace Dashboard.Core.Tests.Assessments;

public class SignatureTests
{
    private static readonly string[] Area = ["LAN-1", "LAN-2"];

    private static readonly Score One = new() { AssessmentId = 1, Indicator = "LAN-1", Answer = Answer.Of(3, Confidence.High, "seen"), Version = 4, ChangedBy = "Aoki", ChangedAt = default };

    private static readonly Evidence Piece = new() { Id = 7, AssessmentId = 1, Indicator = "LAN-1", Title = "Test", Source = "MOD", Date = new DateOnly(2026, 1, 1), Version = 1 };

    private static string Seal(Score? score = null, params Evidence[] evidence) => Signature.SealOf(Area, [score ?? One], evidence);

    [Fact]
    public void Seal_ChangesWithEachWordOfAnAnswer_AndOfItsEvidence()
    {
        string[] seals =
        [
            Seal(),
            Seal(One with { Answer = Answer.Of(4, Confidence.High, "seen") }),
            Seal(One with { Answer = Answer.Of(3, Confidence.Low, "seen") }),
            Seal(One with { Answer = Answer.Of(3, Confidence.High, "seen.") }),
            Seal(One with { Answer = Answer.CarriedOver(One.Answer) }),
            Seal(null, Piece),
            Seal(null, Piece with { Title = "Tests" }),
            Seal(null, Piece with { Source = "MOFA" }),
            Seal(null, Piece with { Date = new DateOnly(2026, 1, 2) }),
            Seal(null, Piece with { Expiry = new DateOnly(2027, 1, 2) }),
            Seal(null, Piece with { Reference = "R-1" }),
            Seal(null, Piece with { Credibility = 1 }),
            Seal(null, Piece with { Bearing = Bearing.Contradicts }),
            Seal(null, Piece with { Origin = EvidenceOrigin.Own }), Seal(null, Piece with { Origin = EvidenceOrigin.Allied }),
            Seal(null, Piece, Piece with { Id = 8 }),
        ];
        Assert.Equal(seals.Length, seals.Distinct().Count());
    }

    [Fact]
    public void Seal_DoesNotCountVersionsMarkingsOrOtherAreas()
    {
        Assert.Equal(Seal(), Seal(One with { Version = 9, ChangedBy = "Baba", Marking = Marking.OfPart("secret"), AgreedBy = "Rin" }));
        Assert.Equal(Seal(), Seal(null, Piece with { Indicator = "INF-1" }));
        Assert.Equal(Signature.SealOf(Area, [], []), Seal(One with { Answer = Answer.NotAssessed }));
    }

    [Fact]
    public void Seal_WhatMovesFromOneFieldToTheNext_IsAnother() =>
        Assert.NotEqual(Seal(null, Piece with { Title = "ab", Source = "c" }), Seal(null, Piece with { Title = "a", Source = "bc" }));

    [Fact]
    public void Standing_IsTheAreasThatSayWhatWasSigned()
    {
        var framework = Sheets.Framework;
        var (lan, inf) = (framework.Areas[0], framework.Areas[1]);
        var score = One with { Indicator = lan.Indicators[0].Code };
        Signature Of(string area, string seal) => new() { AssessmentId = 1, Step = SignOffStep.AreaLead, Area = area, By = "Aoki", At = default, Seal = seal };
        string Now(int area) => Signature.SealOf(framework.Areas[area].Indicators.Select(i => i.Code), [score], []);
        Signature[] given = [Of(lan.Code, Now(0)), Of(inf.Code, "another"), new() { AssessmentId = 1, Step = SignOffStep.Reviewer, By = "Rin", At = default }];
        Assert.Equal([lan.Code], Signature.Standing(framework, given, [score], []).Keys);
        Assert.Empty(Signature.Standing(framework, given, [score with { Answer = Answer.Of(5) }], []));
    }
}
