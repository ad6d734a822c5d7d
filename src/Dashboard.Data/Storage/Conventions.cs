using System.Collections.Immutable;
using System.Text.Json;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Data.Storage;

/// <summary>How kinds of values are stored, wherever they occur: enumerations by name, times as UTC, small immutable lists as JSON.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
        Named<Basis>(configuration);
        Named<AssessmentStatus>(configuration);
        Named<ScoreState>(configuration);
        Named<Confidence>(configuration);
        Named<SourceReliability>(configuration);
        Named<Bearing>(configuration);
        Named<EvidenceOrigin>(configuration);
        Named<LinkPurpose>(configuration);
        Named<SignOffStep>(configuration);
        Named<TaskState>(configuration);
        Named<ReminderKind>(configuration);
        Named<OpinionState>(configuration);
        configuration.Properties<Roles>().HaveConversion<RolesConverter>().HaveMaxLength(100);
        configuration.Properties<ImmutableArray<Scope>>().HaveConversion<JsonConverter<ImmutableArray<Scope>>>();
        configuration.Properties<Names>().HaveConversion<JsonConverter<Names>>();
        configuration.Properties<ImmutableArray<Membership>>().HaveConversion<JsonConverter<ImmutableArray<Membership>>>();
    }

    private static void Named<T>(ModelConfigurationBuilder configuration) where T : struct, Enum =>
        configuration.Properties<T>().HaveConversion<NameConverter<T>>().HaveMaxLength(30);

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private sealed class NameConverter<T>() : ValueConverter<T, string>(
        value => CodeName.Of(value), text => CodeName.Parse<T>("stored value", text)) where T : struct, Enum;

    private sealed class RolesConverter() : ValueConverter<Roles, string>(roles => roles.ToText(), text => RoleText.Parse(text));

    private sealed class JsonConverter<T>() : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!);
}
