using CrowdDx.Data.Cases;
using CrowdDx.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Aggregation;

internal static class AggregationModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Answer>(answer =>
        {
            answer.ToTable("Answers");
            answer.HasKey(a => new { a.CaseId, a.ExpertId, a.Version });
            answer.Property(a => a.Version).ValueGeneratedNever();
            answer.Property(a => a.Rationale).HasMaxLength(Answer.RationaleLength);
            answer.Property(a => a.NextTest).HasMaxLength(Answer.NextTestLength);
            answer.Property(a => a.ContentHash).HasMaxLength(32);
            answer.HasOne<ClinicalCase>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
            answer.HasMany(a => a.Suggestions).WithOne().HasForeignKey(s => new { s.CaseId, s.ExpertId, s.Version }).OnDelete(DeleteBehavior.Cascade);
            answer.HasIndex(a => new { a.ExpertId, a.ReceivedAt });
        });

        model.Entity<Suggestion>(suggestion =>
        {
            suggestion.ToTable("Suggestions");
            suggestion.HasKey(s => new { s.CaseId, s.ExpertId, s.Version, s.Ordinal });
            suggestion.Property(s => s.Ordinal).ValueGeneratedNever();
            suggestion.Property(s => s.Phrase).HasMaxLength(Suggestion.PhraseLength);
            suggestion.Property(s => s.DiagnosisKey).HasMaxLength(Lengths.DiagnosisKey);
            suggestion.Property(s => s.Rule).HasMaxLength(Suggestion.RuleLength);
            suggestion.Property(s => s.TerminologyVersion).HasMaxLength(Lengths.Version);
            suggestion.Property(s => s.CodingSystem).HasMaxLength(Lengths.CodingSystem);
            suggestion.Property(s => s.CodingCode).HasMaxLength(Lengths.CodingCode);
        });

        model.Entity<Differential>(differential =>
        {
            differential.ToTable("Differentials");
            differential.HasKey(d => new { d.CaseId, d.Version });
            differential.Property(d => d.Version).ValueGeneratedNever();
            differential.Property(d => d.InputDigest).HasMaxLength(32);
            differential.HasOne<ClinicalCase>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<BoardView>(view =>
        {
            view.ToTable("BoardViews");
            view.HasKey(v => new { v.CaseId, v.ViewerId });
        });

        model.Entity<CasePseudonym>(pseudonym =>
        {
            pseudonym.ToTable("CasePseudonyms");
            pseudonym.HasKey(p => new { p.CaseId, p.ExpertId });
            pseudonym.HasIndex(p => new { p.CaseId, p.Number }).IsUnique();
        });

        model.Entity<CaseTiming>(timing =>
        {
            timing.ToTable("CaseTimings");
            timing.HasKey(t => t.CaseId);
            timing.Property(t => t.CaseId).ValueGeneratedNever();
            timing.Property(t => t.PrefixDigest).HasMaxLength(32);
        });

        model.Entity<Verdict>(verdict =>
        {
            verdict.ToTable("Verdicts");
            verdict.HasKey(v => new { v.CaseId, v.OutcomeVersion, v.DiagnosisKey });
            verdict.Property(v => v.OutcomeVersion).ValueGeneratedNever();
            verdict.Property(v => v.DiagnosisKey).HasMaxLength(Lengths.DiagnosisKey);
        });

        model.Entity<TrackRecord>(record =>
        {
            record.ToTable("TrackRecords");
            record.HasKey(r => new { r.ExpertId, r.CaseId });
        });
    }
}
