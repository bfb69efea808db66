using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Indexing;

/// <summary>A name as the index holds it.</summary>
/// <param name="Diagnosis">Whose name it is.</param>
/// <param name="Name">The name.</param>
/// <param name="Words">Numbers of its words, arranged (see <see cref="Arrangement"/>).</param>
/// <param name="Meanings">The same of the words that stand for all equivalents.</param>
internal sealed record IndexedName(Diagnosis Diagnosis, DiagnosisName Name, int[] Words, int[] Meanings);
