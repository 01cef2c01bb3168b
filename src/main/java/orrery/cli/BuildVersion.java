package orrery.cli;

import orrery.host.ProgramBuild;
import picocli.CommandLine.IVersionProvider;

/** The version that the build gave the program, read when it is asked for. */
final class BuildVersion implements IVersionProvider {
    BuildVersion() {}

    @Override
    public String[] getVersion() {
        return new String[] {"orrery " + ProgramBuild.version()};
    }
}
