package hmnet.exchange;

import hmnet.database.Recent;
import hmnet.directory.Attributes;
import hmnet.directory.Facilities;
import hmnet.directory.Facility;
import hmnet.directory.FacilityId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Who gives out which numbers (発行元の一覧): each facility its chart numbers, the network the 地域共通ID.
///
/// A facility with a 医療機関コード of ten digits has the national identifier that JP Core names; any other one
/// stands under the arc of this network. A code that a facility had before goes on naming its numbers, also
/// once another facility has taken over from it: old numbers stay readable and are found.
@Component
public class Domains {
    private static final String NATIONAL = "1.2.392.100495.20.3.51.1";
    private static final Pattern CODE = Pattern.compile("\\d{10}");
    private static final String PREFIX = "urn:oid:";

    private final Recent<Map<String, Domain>> known;
    private final Facilities facilities;
    private final Attributes attributes;
    private final ExchangeSettings settings;
    private final Domain regional;

    Domains(Facilities facilities, Attributes attributes, ExchangeSettings settings) {
        this.facilities = facilities;
        this.attributes = attributes;
        this.settings = settings;
        this.regional = new Domain(settings.arc() + ".1", settings.namespace(), null);
        this.known = new Recent<>(this::all);
    }

    /// 地域共通ID. Told to callers of scope `region` only.
    public Domain regional() {
        return regional;
    }

    /// A facility's chart numbers.
    public Domain of(FacilityId facility) {
        return of(facilities.get(facility));
    }

    /// By object identifier, with or without `urn:oid:`, or by namespace.
    public Optional<Domain> find(String text) {
        var name = text.strip();
        var oid = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        return Optional.ofNullable(known.get().get(oid)).or(() -> justJoined(oid));
    }

    /// A facility that the list of two seconds ago does not have.
    private Optional<Domain> justJoined(String oid) {
        var code = oid.startsWith(NATIONAL) ? oid.substring(NATIONAL.length()) : oid;
        var own = settings.arc() + ".2.";
        var joined = oid.startsWith(own)
                ? facilities.all().stream()
                        .filter(facility -> oid.equals(own + facility.id().value()))
                        .findFirst()
                : facilities.byCode(code);
        return joined.map(this::of)
                .filter(domain -> domain.oid().equals(oid) || domain.namespace().equals(oid));
    }

    /// As far as a caller may know: 地域共通ID is no domain to a facility.
    public Optional<Domain> find(String text, Caller caller) {
        return find(text).filter(domain -> caller.ofRegion() || domain.facility() != null);
    }

    /// The centre itself, as HL7 V3 names it.
    public String centre() {
        return settings.arc() + ".3";
    }

    /// Which of the givers of one patient's numbers speaks against a facility's feed (自施設の番号の確認):
    /// one known here as another's, else the first when none is the facility's own. An empty name is its own;
    /// numbers of those nobody knows here (an insurer, say) may stand beside it.
    public OptionalInt objectionable(List<String> givers, Domain own) {
        var known = givers.stream().map(name -> find(name)).toList();
        var ours = IntStream.range(0, givers.size())
                .anyMatch(n -> givers.get(n).isEmpty()
                        || known.get(n).filter(own::equals).isPresent());
        return ours
                ? IntStream.range(0, givers.size())
                        .filter(n -> known.get(n)
                                .filter(domain -> !domain.equals(own))
                                .isPresent())
                        .findFirst()
                : OptionalInt.of(0);
    }

    private Domain of(Facility facility) {
        var oid = CODE.matcher(facility.code()).matches()
                ? NATIONAL + facility.code()
                : settings.arc() + ".2." + facility.id().value();
        return new Domain(oid, facility.code(), facility.id());
    }

    private Map<String, Domain> all() {
        var all = new HashMap<String, Domain>();
        var formerly = new HashMap<String, Domain>();
        facilities.all().forEach(facility -> {
            var domain = of(facility);
            all.put(domain.namespace(), domain);
            all.put(domain.oid(), domain);
            attributes.codesOf(facility.id()).forEach(code -> formerly.put(code, domain));
        });
        formerly.forEach((code, domain) -> {
            all.putIfAbsent(code, domain);
            all.putIfAbsent(NATIONAL + code, domain);
        });
        all.put(regional.oid(), regional);
        all.put(regional.namespace(), regional);
        return all;
    }
}
