using Xunit;

namespace CrowdDx.Testing.Deployments;

/// <summary>A test with a real nginx; <c>tests/run.sh</c> installs it.</summary>
public sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute()
    {
        if (!File.Exists(Nginx.Program))
            Skip = $"{Nginx.Program} is not there; tests/run.sh installs it.";
    }
}

/// <summary>The same with data.</summary>
public sealed class NginxTheoryAttribute : TheoryAttribute
{
    public NginxTheoryAttribute() => Skip = new NginxFactAttribute().Skip;
}
