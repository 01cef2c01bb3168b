package orrery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orrery.audit.ComparisonJson;
import orrery.audit.FigureChange;
import orrery.audit.LedgerComparison;
import orrery.audit.Verdict;
import orrery.library.ReadFailure;
import orrery.math.Counted;
import picocli.CommandLine.Option;

/** The options for comparing two ledgers, and the comparison itself. */
final class CompareOptions {
    @Option(
            names = "--compare",
            paramLabel = "LEDGER",
            arity = "2",
            description = {
                "Compare two ledgers instead of auditing, claim by claim and figure by figure: each is a"
                        + " ledger.json, its folder, or a folder of such folders (equal runs, one cycle each).",
                "Exit status: 0 if nothing changed by more than noise, 4 if something did, else 5 if a claim could not"
                        + " be decided on one side."
            })
    private @Nullable List<Path> ledgers;

    @Option(
            names = "--anyway",
            description = "With --compare: allow different readers, kernels, plans, machines or virtual machines.")
    private boolean anyway;

    /** Whether a comparison was requested instead of an audit. */
    boolean isAsked() {
        if (ledgers == null && anyway) {
            throw new UsageException("audit: --anyway requires --compare.");
        }
        return ledgers != null;
    }

    int run(boolean json, PrintWriter print) {
        LedgerComparison comparison = compared();
        if (!comparison.incomparable().isEmpty() && !anyway) {
            throw new UsageException("audit --compare: these runs are not comparable: "
                    + String.join("; ", comparison.incomparable())
                    + ". Use --anyway to compare them all the same.");
        }
        if (json) {
            print.println(Json.text(ComparisonJson.write(comparison)));
        } else {
            print(comparison, print);
        }
        print.flush();
        if (!comparison.isQuiet()) {
            return ExitCodes.REFUTED;
        }
        return comparison.undecided().isEmpty() ? ExitCodes.DONE : ExitCodes.VOID;
    }

    private LedgerComparison compared() {
        List<Path> two = ledgers == null ? List.of() : ledgers;
        try {
            return LedgerComparison.of(two.getFirst(), two.getLast());
        } catch (FileSystemException e) {
            throw new UsageException("audit --compare: " + ReadFailure.message(e));
        } catch (IOException e) {
            throw new UsageException(
                    "audit --compare: " + e.getMessage() + " Give ledgers written by an audit, or their folders.");
        } catch (IllegalArgumentException e) {
            throw new UsageException("audit --compare: " + e.getMessage() + ".");
        }
    }

    private static void print(LedgerComparison comparison, PrintWriter print) {
        print.println("before  " + comparison.before() + ", " + cycles(comparison.cyclesBefore()));
        print.println("after   " + comparison.after() + ", " + cycles(comparison.cyclesAfter()));
        comparison.incomparable().forEach(difference -> print.println("different: " + difference));
        int changed = 0;
        for (LedgerComparison.ClaimChange claim : comparison.claims()) {
            print.println();
            print.println(claim.id() + " " + claim.title() + ": " + verdicts(claim));
            TextTable table = new TextTable("", "before", "after", "", "change", "");
            for (FigureChange figure : claim.figures()) {
                table.row(
                        figure.name(),
                        figure.before().map(CompareOptions::number).orElse("-"),
                        figure.after().map(CompareOptions::number).orElse("-"),
                        figure.unit(),
                        figure.interval().map(FigureChange.Interval::words).orElse(""),
                        words(figure));
            }
            table.print(print, "  ");
            changed += claim.changed().size();
        }
        print.println();
        print.println(
                comparison.isSameDigest()
                        ? "same digest"
                        : "OTHER DIGEST: " + comparison.digestBefore() + " and " + comparison.digestAfter());
        long verdicts = comparison.claims().stream()
                .filter(LedgerComparison.ClaimChange::isOtherVerdict)
                .count();
        print.println(
                comparison.isQuiet()
                        ? "no change beyond noise"
                        : verdicts + " verdicts and " + changed + " figures have changed");
        if (!comparison.undecided().isEmpty()) {
            print.println(String.join(", ", comparison.undecided()) + " could not be decided on one side (void), so it"
                    + " cannot be compared: audit that side again.");
        }
        if (comparison.isUnrepeated()) {
            print.println("A figure measured once cannot be told from noise: audit both with --repeat 5.");
        } else {
            print.printf(
                    Locale.ROOT,
                    "Intervals are wide enough that with %.0f %% confidence no figure of equal builds is outside its"
                            + " own; less than %.0f %% counts as no change.%n",
                    100 * LedgerComparison.SURE,
                    100 * FigureChange.LEAST);
        }
    }

    private static String cycles(int count) {
        return Counted.of(count, "cycle");
    }

    private static String verdicts(LedgerComparison.ClaimChange claim) {
        String before = claim.before().map(Verdict::words).orElse("not asked");
        String after = claim.after().map(Verdict::words).orElse("not asked");
        return before.equals(after)
                ? before
                : before + ", then " + after
                        + (claim.isOtherVerdict() ? "  CHANGED" : claim.isUndecided() ? "  UNDECIDED" : "");
    }

    private static String number(FigureChange.Spread side) {
        double mean = side.mean();
        return mean == Math.rint(mean) && Math.abs(mean) < 1e15
                ? String.format(Locale.ROOT, "%,d", (long) mean)
                : String.format(Locale.ROOT, "%,.4g", mean);
    }

    private static String words(FigureChange figure) {
        return switch (figure.kind()) {
            case SAME, NOISE, NOT_REPEATED -> "";
            case ONE_SIDED -> figure.before().isPresent() ? "before only" : "after only";
            case CHANGED -> figure.isWorse() ? "CHANGED, worse" : "CHANGED";
        };
    }
}
