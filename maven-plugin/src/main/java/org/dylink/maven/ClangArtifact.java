package org.dylink.maven;

import java.nio.file.Path;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.dylink.toolchain.ToolchainException;
import org.dylink.toolchain.packed.PackedClang;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** The packed clang out of a repository of Maven's: fetched when nothing else will do. */
record ClangArtifact(
    RepositorySystem repositories,
    RepositorySystemSession session,
    MavenProject project,
    PluginDescriptor plugin) {
  /** Its file, in the local repository. */
  Path find() throws ToolchainException {
    Artifact artifact =
        new DefaultArtifact("org.dylink", PackedClang.ARTIFACT, "jar", plugin.getVersion());
    ArtifactRequest request =
        new ArtifactRequest(artifact, project.getRemotePluginRepositories(), null);
    try {
      return repositories.resolveArtifact(session, request).getArtifact().getFile().toPath();
    } catch (ArtifactResolutionException e) {
      throw new ToolchainException(artifact + " is in no repository: " + e.getMessage(), e);
    }
  }
}
