package hmnet.command;

import hmnet.ground.audit.AuditCheck;
import hmnet.ground.audit.AuditReport;
import hmnet.ground.audit.AuditReport.ReportVerdict;
import hmnet.ground.witnesses.LogVerifications;
import hmnet.witness.CentreLog;
import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.LogFault;
import hmnet.witness.log.LogGlance;
import hmnet.witness.log.LogGlance.GlanceResult;
import hmnet.witness.log.PublicRecount;
import hmnet.witness.log.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `audit verify`: checks the whole log, in the database with the centre's key, or from the public tiles with nothing
/// but an address. `--head` takes what a witness keeps, so that a log that was rolled back is seen.
final class AuditVerb {
    private static final int BROKEN = 1;
    private static final int UNREADABLE = 2;
    private static final double NANOS = 1e9;
    private static final String USAGE =
            "audit verify --data DIR | --url https://… [--key K] | --url jdbc:postgresql://…"
                    + " (with HMNET_DB_OWNER_USER, HMNET_DB_OWNER_PASSWORD, HMNET_DATA)  [--head FILE of a witness]";

    private AuditVerb() {}

    static void run(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("verify")) {
            throw new Usage(USAGE);
        }
        verify(new Options(
                List.of(arguments).subList(1, arguments.length).toArray(String[]::new),
                USAGE,
                "data",
                "url",
                "key",
                "head"));
    }

    static void verify(Options options) {
        AuditReport report;
        try {
            report = report(options);
        } catch (IOException | SQLException | DataAccessException e) {
            throw new RefusedAct(UNREADABLE, "the audit log cannot be read: " + e.getMessage());
        }
        System.out.println(report);
        if (report.verdict() != ReportVerdict.INTACT) {
            throw new RefusedAct(BROKEN, "the audit log is not what it was");
        }
    }

    private static AuditReport report(Options options) throws IOException, SQLException {
        var url = options.get("url", "");
        return url.startsWith("http://") || url.startsWith("https://") ? published(url, options) : stored(options);
    }

    private static AuditReport stored(Options options) throws IOException, SQLException {
        try (var centreDatabase = CentreDatabase.by("audit verify", options)) {
            var database =
                    new DriverManagerDataSource(centreDatabase.url(), centreDatabase.user(), centreDatabase.password());
            var report = check(centreDatabase.data(), heads(options)).report(database);
            try {
                new LogVerifications(JdbcClient.create(database)).keep(report);
            } catch (DataAccessException readOnly) {
                System.err.println("hmnet: not kept for the operators' page: the database cannot be written");
            }
            return report;
        }
    }

    private static AuditCheck check(Path data, List<String> heads) throws IOException {
        try {
            return AuditCheck.of(data, heads);
        } catch (IllegalArgumentException foreign) {
            throw new Usage(USAGE + "; " + foreign.getMessage());
        }
    }

    private static List<String> heads(Options options) throws IOException {
        return options.has("head") ? List.of(Files.readString(Path.of(options.get("head", "")))) : List.of();
    }

    /// From the tiles that everybody can read: no database, no key of the centre.
    private static AuditReport published(String url, Options options) throws IOException {
        var began = System.nanoTime();
        var log = new CentreLog(URI.create(url.replaceAll("/$", "")));
        var key = key(options.has("key") ? options.get("key", "") : log.key());
        var held = new ArrayList<Checkpoint>();
        for (var note : heads(options)) {
            if (!key.signed(note)) {
                throw new Usage(USAGE + "; a head that was given is no checkpoint of this log");
            }
            held.add(Checkpoint.read(note));
        }
        log.witnessed().filter(key::signed).map(Checkpoint::read).ifPresent(held::add);
        var seen = held.stream().max((a, b) -> Long.compare(a.size(), b.size())).orElse(LogGlance.NOTHING);
        return switch (new LogGlance(key).look(log, seen)) {
            case GlanceResult.Contradiction wrong -> contradicted(wrong, seen, began);
            case GlanceResult.Consistent same -> counted(log, same.checkpoint(), held, began);
        };
    }

    private static VerifierKey key(String text) {
        try {
            return VerifierKey.ofLog(text);
        } catch (IllegalArgumentException e) {
            throw new Usage(USAGE + "; " + e.getMessage());
        }
    }

    private static AuditReport contradicted(GlanceResult.Contradiction wrong, Checkpoint seen, long began) {
        var behind = wrong.fault() == LogFault.ROLLED_BACK;
        var shown = wrong.checkpoint();
        return new AuditReport(
                shown.map(Checkpoint::size).orElse(0L),
                shown.map(Checkpoint::size).orElse(0L),
                shown.map(checkpoint -> checkpoint.root().toString()).orElse("-"),
                (System.nanoTime() - began) / NANOS,
                behind ? ReportVerdict.BEHIND_WITNESS : ReportVerdict.BROKEN,
                behind ? OptionalLong.of(shown.map(Checkpoint::size).orElse(0L)) : OptionalLong.empty(),
                wrong.words() + (behind ? "; a witness countersigned " + seen.size() : ""));
    }

    private static AuditReport counted(CentreLog log, Checkpoint now, List<Checkpoint> held, long began)
            throws IOException {
        try {
            new PublicRecount(log, now, held).run();
            return report(
                    now, began, ReportVerdict.INTACT, OptionalLong.empty(), "from the public tiles; events unread");
        } catch (BrokenLog broken) {
            return report(now, began, ReportVerdict.BROKEN, broken.leaf(), String.valueOf(broken.getMessage()));
        }
    }

    private static AuditReport report(
            Checkpoint now, long began, ReportVerdict verdict, OptionalLong leaf, String words) {
        return new AuditReport(
                now.size(),
                now.size(),
                now.root().toString(),
                (System.nanoTime() - began) / NANOS,
                verdict,
                leaf,
                words);
    }
}
