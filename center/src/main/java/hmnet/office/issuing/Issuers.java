package hmnet.office.issuing;

import hmnet.consent.cards.CardCode;
import hmnet.consent.cards.CardScheme;
import hmnet.consent.cards.CardSchemes;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.ground.routes.Right;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Whose 開示カード a counter takes down and exchanges (開示カードの発行元): a desk its own hospital's and those of
/// a hospital it took over with its cards, none once another has taken over from it; the office all that
/// still work anywhere.
@Component
class Issuers {
    private final CardSchemes schemes;
    private final Facilities facilities;
    private final Successions successions;
    private final CardDrawings drawings;

    Issuers(CardSchemes schemes, Facilities facilities, Successions successions, CardDrawings drawings) {
        this.schemes = schemes;
        this.facilities = facilities;
        this.successions = successions;
        this.drawings = drawings;
    }

    boolean standsFor(FacilityId issuer, Requester requester) {
        var heirs = successions.now();
        return requester.may(Right.OFFICE)
                ? !heirs.of(List.of(issuer.value()), Follows.CARDS).isEmpty()
                : heirs.standsFor(requester.facility(), Follows.CARDS).contains(issuer);
    }

    /// Those with a number scheme of their own, a desk's own hospital first.
    List<Facility> of(Requester requester) {
        return schemes.all().stream()
                .flatMap(scheme -> Stream.ofNullable(scheme.facility()))
                .distinct()
                .filter(issuer -> standsFor(issuer, requester))
                .sorted((one, other) ->
                        Boolean.compare(other.equals(requester.facility()), one.equals(requester.facility())))
                .map(facilities::get)
                .toList();
    }

    /// The one with this code; without a code the only one there is.
    Optional<Facility> named(String code, Requester requester) {
        var all = of(requester);
        return code.isBlank() && !requester.may(Right.OFFICE)
                ? all.stream().filter(issuer -> all.size() == 1).findFirst()
                : all.stream().filter(issuer -> issuer.code().equals(code)).findFirst();
    }

    /// What a number is to a hospital (番号の判定).
    sealed interface IssuerVerdict {
        record Known(CardCode code) implements IssuerVerdict {}

        /// Of a scheme whose last day is over: its cards open nothing.
        record Over() implements IssuerVerdict {}

        record NotIts() implements IssuerVerdict {}
    }

    IssuerVerdict read(Facility issuer, String number) {
        var own = schemes.all().stream()
                .filter(scheme -> issuer.id().equals(scheme.facility()))
                .toList();
        var codes = schemes.recognise(number).stream()
                .filter(code -> own.stream().anyMatch(scheme -> scheme.word().equals(code.scheme())))
                .toList();
        var inUse = own.stream()
                .filter(scheme -> scheme.on(drawings.today()))
                .map(CardScheme::word)
                .toList();
        return codes.stream()
                .filter(code -> inUse.contains(code.scheme()))
                .findFirst()
                .<IssuerVerdict>map(IssuerVerdict.Known::new)
                .orElseGet(() -> codes.isEmpty() ? new IssuerVerdict.NotIts() : new IssuerVerdict.Over());
    }
}
