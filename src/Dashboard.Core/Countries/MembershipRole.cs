namespace Dashboard.Core.Countries;

/// <summary>What a country is in a group.</summary>
public enum MembershipRole
{
    /// <summary>A member.</summary>
    Member,
    /// <summary>A full member, as NATO calls it.</summary>
    FullMember,
    /// <summary>A sponsoring nation of a centre of excellence.</summary>
    SponsoringNation,
    /// <summary>A contributing participant of a centre of excellence.</summary>
    ContributingParticipant,
    /// <summary>A party to a treaty.</summary>
    Party,
    /// <summary>An observer; counts into a benchmark only when asked for.</summary>
    Observer,
    /// <summary>A partner; counts into a benchmark only when asked for.</summary>
    Partner,
}
