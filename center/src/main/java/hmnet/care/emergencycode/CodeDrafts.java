package hmnet.care.emergencycode;

import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.transparency.AuditSettings;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import java.time.Clock;
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
                var words = FittingWords.of(contents.of(chart, scope, Messages.in(Language.JAPANESE)), this::fits);
                yield Optional.of(
                        rows.draft(new PersonId(resident.person()), resident.account(), scope.months(), words));
            }
            case Opening.Closed(var reason) -> Optional.<UUID>empty();
        });
    }

    /// With a number that packs worst, as a real one does; a signature has always the same length.
    private boolean fits(CodeWords words) {
        var now = clock.instant();
        var text = new SignedCode(network.origin(), PublishedKeys.bytes(UUID.randomUUID()), now, now, words)
                .text(epochs.signer(1));
        return text.length() <= SignedCode.LETTERS_MAX - SignedCode.SLACK;
    }
}
