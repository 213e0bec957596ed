package hmnet.care.emergencycode;

import hmnet.consent.decisions.GrantLine;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.transparency.AuditSettings;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What a code would say (救急QRの下書き), kept for half an hour so that exactly this can be signed. The chart is opened once
/// for a code, by the person: that is its one disclosure.
@Component
class CodeDrafts {
    private final Charts charts;
    private final CodeContents contents;
    private final CodeRows rows;
    private final CodeEpochs epochs;
    private final AuditSettings network;
    private final Clock clock;

    CodeDrafts(
            Charts charts,
            CodeContents contents,
            CodeRows rows,
            CodeEpochs epochs,
            AuditSettings network,
            Clock clock) {
        this.charts = charts;
        this.contents = contents;
        this.rows = rows;
        this.epochs = epochs;
        this.network = network;
        this.clock = clock;
    }

    /// Nothing where the chart does not open.
    Optional<UUID> draw(ResidentCaller resident, CodeScope scope) {
        return charts.openOwn(resident, ChartView.EMERGENCY_CODE, opening -> switch (opening) {
            case Opening.Opened(var chart) -> {
                var words = contents.of(chart, scope, Messages.in(Language.JAPANESE));
                var number = PublishedKeys.bytes(UUID.randomUUID());
                var now = clock.instant();
                var until = now.plus(Duration.ofDays(31L * scope.months()));
                yield Optional.of(rows.draft(
                        new PersonId(resident.person()),
                        resident.account(),
                        scope.months(),
                        charts(chart),
                        FittingWords.of(words, one -> fits(one, number, now, until))));
            }
            case Opening.Closed(var reason) -> Optional.<UUID>empty();
        });
    }

    /// Of whom it tells: when one of them turns out to be somebody else, the code ends.
    private static List<PatientId> charts(Chart chart) {
        return chart.grant().lines().stream().map(GrantLine::patient).distinct().toList();
    }

    /// Number, signature and moments of the code itself pack as these do, give or take `SignedCode.SLACK`. The same
    /// words always fit or never: number and end are those of the whole draft.
    private boolean fits(CodeWords words, byte[] number, Instant made, Instant until) {
        var text = new SignedCode(network.origin(), number, made, until, words).text(epochs.signer(1));
        return text.length() <= SignedCode.LETTERS_MAX - SignedCode.SLACK;
    }
}
