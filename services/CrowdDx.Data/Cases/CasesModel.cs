using CrowdDx.Data.Accounts;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Cases;

internal static class CasesModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ClinicalCase>(clinicalCase =>
        {
            clinicalCase.ToTable("ClinicalCases");
            clinicalCase.Property(c => c.Id).ValueGeneratedNever();
            clinicalCase.Property(c => c.IdempotencyKey).HasMaxLength(ClinicalCase.IdempotencyKeyLength);
            clinicalCase.Property(c => c.RequestHash).HasMaxLength(32);
            clinicalCase.Property(c => c.Title).HasMaxLength(ClinicalCase.TitleLength);
            clinicalCase.Property(c => c.Presentation).HasMaxLength(ClinicalCase.SectionLength);
            clinicalCase.Property(c => c.History).HasMaxLength(ClinicalCase.SectionLength);
            clinicalCase.Property(c => c.Examination).HasMaxLength(ClinicalCase.SectionLength);
            clinicalCase.Property(c => c.Investigations).HasMaxLength(ClinicalCase.SectionLength);
            clinicalCase.Property(c => c.Question).HasMaxLength(ClinicalCase.QuestionLength);
            clinicalCase.Property(c => c.Specialties).HasSlugList();
            clinicalCase.Property(c => c.Language).HasMaxLength(20);
            clinicalCase.Property(c => c.Revision).IsConcurrencyToken();
            clinicalCase.Property(c => c.Status).IsConcurrencyToken();
            clinicalCase.ComplexProperty(c => c.Permission);
            clinicalCase.HasOne<Account>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
            clinicalCase.HasIndex(c => new { c.AuthorId, c.IdempotencyKey }).IsUnique();
            clinicalCase.HasIndex(c => new { c.PostedAt, c.Id });
            clinicalCase.HasMany(c => c.Targets).WithOne().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Cascade);
        });

        model.Entity<CaseTarget>(target =>
        {
            target.ToTable("CaseTargets");
            target.HasKey(t => new { t.CaseId, t.NetworkId });
            target.HasOne<ExpertNetwork>().WithMany().HasForeignKey(t => t.NetworkId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<CaseAddendum>(addendum =>
        {
            addendum.ToTable("CaseAddenda");
            addendum.HasKey(a => new { a.CaseId, a.Revision });
            addendum.Property(a => a.Revision).ValueGeneratedNever();
            addendum.Property(a => a.Text).HasMaxLength(ClinicalCase.SectionLength);
            addendum.HasOne<ClinicalCase>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<CaseQuestion>(question =>
        {
            question.ToTable("CaseQuestions");
            question.Property(q => q.Id).ValueGeneratedNever();
            question.Property(q => q.Text).HasMaxLength(CaseQuestion.TextLength);
            question.Property(q => q.Reply).HasMaxLength(CaseQuestion.TextLength);
            question.HasOne<ClinicalCase>().WithMany().HasForeignKey(q => q.CaseId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<Outcome>(outcome =>
        {
            outcome.ToTable("Outcomes");
            outcome.HasKey(o => new { o.CaseId, o.Version });
            outcome.Property(o => o.Version).ValueGeneratedNever();
            outcome.HasOne<ClinicalCase>().WithMany().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.Restrict);
            outcome.HasMany(o => o.Diagnoses).WithOne().HasForeignKey(d => new { d.CaseId, d.Version }).OnDelete(DeleteBehavior.Cascade);
        });

        model.Entity<ReferenceDiagnosis>(diagnosis =>
        {
            diagnosis.ToTable("ReferenceDiagnoses");
            diagnosis.HasKey(d => new { d.CaseId, d.Version, d.Ordinal });
            diagnosis.Property(d => d.Ordinal).ValueGeneratedNever();
            diagnosis.Property(d => d.Text).HasMaxLength(Lengths.Phrase);
            diagnosis.Property(d => d.CodingSystem).HasMaxLength(Lengths.CodingSystem);
            diagnosis.Property(d => d.CodingCode).HasMaxLength(Lengths.CodingCode);
        });
    }
}
