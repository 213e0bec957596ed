package hmnet.profiles;

import hmnet.formats.base.Unreadable;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The judge as a process (検証の子プロセス): a file in, its findings out, one after another; `ProfileJudge` of the formats is
/// its other side. Whoever started it gives it its memory, and ends it when a file takes too long.
///
/// In: the length, the bytes. Out: how many findings, and of each whether it is an error, its word, place and text. The
/// first answer, before any file, is the number of packages.
public final class JudgeProcess {
    private static final int MOST = 200;
    private static final int LONGEST = 500;
    private static final Duration IDLE = Duration.ofMinutes(5);

    private JudgeProcess() {}

    /// @param arguments the folder of packages
    public static void main(String[] arguments) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(System.out));
        System.setOut(System.err); // what a library says there is no answer of ours
        var packages = PackageFolder.read(Path.of(arguments[0]));
        var judge = new Judge(packages);
        judge.findings(
                "{\"resourceType\":\"Basic\",\"code\":{\"text\":\"-\"}}"); // FHIR itself is read at the first resource
        out.writeInt(packages.size());
        out.flush();
        var used = new AtomicLong(System.nanoTime());
        Thread.ofPlatform().daemon().start(() -> endWhenIdle(used));
        serve(judge, new DataInputStream(System.in), out, used);
    }

    private static void serve(Judge judge, DataInputStream in, DataOutputStream out, AtomicLong used)
            throws IOException {
        while (true) {
            byte[] file;
            try {
                file = in.readNBytes(in.readInt());
            } catch (EOFException done) {
                return;
            }
            used.set(Long.MAX_VALUE);
            answer(findings(judge, file), out);
            used.set(System.nanoTime());
        }
    }

    private static List<ValidatorRemark> findings(Judge judge, byte[] file) {
        try {
            var findings = new ArrayList<ValidatorRemark>();
            for (var resource : SentResources.of(file)) {
                findings.addAll(judge.findings(resource));
            }
            return findings;
        } catch (Unreadable e) {
            return List.of(new ValidatorRemark(
                    true, e.note().code(), e.note().field(), e.note().text()));
        } catch (StackOverflowError e) {
            return List.of(new ValidatorRemark(false, Judge.NOT_JUDGED, "", "too deep"));
        }
    }

    /// Errors first, so that none is beyond the last that is told.
    private static void answer(List<ValidatorRemark> findings, DataOutputStream out) throws IOException {
        var told = findings.stream()
                .sorted((one, other) -> Boolean.compare(other.error(), one.error()))
                .limit(MOST)
                .toList();
        out.writeInt(told.size());
        for (var finding : told) {
            out.writeBoolean(finding.error());
            out.writeUTF(cut(finding.word()));
            out.writeUTF(cut(finding.place()));
            out.writeUTF(cut(finding.text()));
        }
        out.flush();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static void endWhenIdle(AtomicLong used) {
        while (true) {
            try {
                Thread.sleep(IDLE.toMillis() / 10);
            } catch (InterruptedException e) {
                return;
            }
            var since = used.get();
            if (since != Long.MAX_VALUE && System.nanoTime() - since > IDLE.toNanos()) {
                System.exit(0);
            }
        }
    }
}
