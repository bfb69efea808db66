using System.Globalization;

using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Terminology;
using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Gateway.Pages.Shared;

/// <summary>What pages call the values of enums, ages, spans of time and shares.</summary>
internal static class Wording
{
    public static string Of(AgeBand band)
        => band switch
        {
            AgeBand.Neonate => "newborn (under 28 days)",
            AgeBand.Infant => "infant (under 1 year)",
            AgeBand.Child => "child (1–11 years)",
            AgeBand.Adolescent => "adolescent (12–17 years)",
            AgeBand.Adult => "adult (18–64 years)",
            AgeBand.OlderAdult => "older adult (65–89 years)",
            AgeBand.NinetyOrOlder => "90 or older",
        };

    public static string Of(AnswerWanted wanted)
        => wanted switch { AnswerWanted.Days => "within days", AnswerWanted.Today => "today", AnswerWanted.Hour => "within the hour" };

    public static string Of(PermissionBasis basis)
        => basis switch
        {
            PermissionBasis.Patient => "the patient agreed",
            PermissionBasis.Guardian => "the patient's guardian agreed",
            PermissionBasis.Institution => "my institution's rules allow it",
            PermissionBasis.Published => "the case is published already",
            PermissionBasis.Fictitious => "the case is made up",
        };

    public static string Of(CaseStatus status)
        => status switch { CaseStatus.Open => "open", CaseStatus.Closed => "closed", CaseStatus.Withdrawn => "withdrawn" };

    public static string Of(JoinPolicy policy)
        => policy switch
        {
            JoinPolicy.Open => "open to every expert",
            JoinPolicy.VerifiedOnly => "a curator verifies you first",
            JoinPolicy.InviteOnly => "by invitation of a curator",
        };

    public static string Of(MembershipStatus status)
        => status switch
        {
            MembershipStatus.None => "not a member",
            MembershipStatus.Pending => "waiting",
            MembershipStatus.Active => "active",
            MembershipStatus.Paused => "paused",
            MembershipStatus.Left => "left",
        };

    public static string WhatItMeans(MembershipStatus status, JoinPolicy policy)
        => status switch
        {
            MembershipStatus.Active => "Its cases come to your inbox.",
            MembershipStatus.Paused => "No new cases come until you resume.",
            MembershipStatus.Pending => "A curator has to vouch for you first.",
            MembershipStatus.None or MembershipStatus.Left => $"Joining: {Of(policy)}.",
        };

    public static string Of(DeclineReason reason)
        => reason switch
        {
            DeclineReason.NotMyField => "It is not my field",
            DeclineReason.Busy => "I have no time",
            DeclineReason.NotEnoughInformation => "There is not enough information",
            DeclineReason.KnowThisCase => "I know this case (kept out of accuracy)",
            DeclineReason.RecognisePatient => "I recognise the patient (hides the case at once)",
        };

    public static string Of(Assistance assistance)
        => assistance switch { Assistance.None => "nothing", Assistance.LookedUp => "I looked things up", Assistance.AiTool => "I asked an AI tool" };

    public static string Of(InvitationReason reason, string network)
        => reason switch
        {
            InvitationReason.Broadcast => $"The case went to every active member of {network}, and you are one.",
            InvitationReason.JoinedNetwork => $"You joined {network} while the case was open and not settled.",
        };

    public static string Of(OutcomeStatus status)
        => status switch
        {
            OutcomeStatus.Confirmed => "confirmed",
            OutcomeStatus.Probable => "probable",
            OutcomeStatus.Undiagnosed => "no diagnosis was reached",
            OutcomeStatus.Resolved => "it went away undiagnosed",
            OutcomeStatus.Lost => "lost to follow-up",
        };

    public static string Of(OutcomeBasis basis)
        => basis switch
        {
            OutcomeBasis.Pathology => "pathology",
            OutcomeBasis.Imaging => "imaging",
            OutcomeBasis.Course => "the course of the illness",
            OutcomeBasis.ExpertConsensus => "agreement of experts (never counts for accuracy)",
            OutcomeBasis.Textbook => "a published or made-up case with a known answer",
            OutcomeBasis.Laboratory => "laboratory or genetics",
        };

    public static string Of(VerdictKind kind)
        => kind switch
        {
            VerdictKind.Exact => "the same disease",
            VerdictKind.Narrower => "a kind of it",
            VerdictKind.Broader => "what it is a kind of",
            VerdictKind.Partial => "a part, cause or consequence",
            VerdictKind.Wrong => "another disease",
        };

    /// <summary>An enum's name as forms and the API write it.</summary>
    public static string Value<TEnum>(TEnum value) where TEnum : struct, Enum => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];

    public static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A span of time as people say it; a dash where it is not known.</summary>
    public static string Span(double? seconds)
        => seconds switch
        {
            null => "–",
            < 1 => "under a second",
            < 90 => $"{seconds:0} s",
            < 5_400 => $"{seconds / 60:0} min",
            < 172_800 => $"{seconds / 3_600:0.#} h",
            _ => $"{seconds / 86_400:0.#} days",
        };

    /// <summary>When something happened, from posting on.</summary>
    public static string After(double? seconds) => seconds switch { null => "not yet", < 1 => "at once", _ => $"+{Span(seconds)}" };

    /// <summary>Why a phrase was taken for a diagnosis.</summary>
    public static string Rule(string rule)
        => rule switch
        {
            Recognizer.NormalFormRule => "the same words",
            Recognizer.CodingRule => "the same code",
            Recognizer.ChosenRule => "picked from the list",
            RecognitionRules.Name => "a name of it",
            RecognitionRules.Abbreviation => "an abbreviation",
            RecognitionRules.BySpecialty => "an abbreviation, in this specialty",
            RecognitionRules.Equivalent => "words of the same meaning",
            RecognitionRules.Letters => "the same letters",
            RecognitionRules.Generic => "without \u201cdisease\u201d",
            RecognitionRules.WrittenOut => "with an abbreviation written out",
            RecognitionRules.Shortened => "cut short",
            RecognitionRules.Explained => "with its explanation",
            RecognitionRules.Typing => "but for slips of the pen",
            RecognitionRules.Denied => "said not to be there",
            RecognitionRules.Family => "of the family",
            RecognitionRules.Past => "of the past",
            RecognitionRules.Risk => "as a risk",
            RecognitionRules.Compound => "several at once",
            _ => $"by {rule}",
        };

    public static string Ago(DateTimeOffset then, DateTimeOffset now) => $"{Span((now - then).TotalSeconds)} ago";
}
