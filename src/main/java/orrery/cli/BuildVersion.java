package orrery.cli;

import orrery.host.ProgramBuild;
import picocli.CommandLine.IVersionProvider;

/** The version set by the build, read on demand. */
final class BuildVersion implements IVersionProvider {
    BuildVersion() {}

    @Override
    public String[] getVersion() {
        return new String[] {"orrery " + ProgramBuild.version()};
    }
}
