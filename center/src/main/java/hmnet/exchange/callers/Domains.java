package hmnet.exchange.callers;

import hmnet.ground.database.Recent;
import hmnet.ground.directory.Attributes;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
        var joined = oid.startsWith(settings.arc() + ".2.")
                ? facilities.all().stream()
                        .filter(facility -> oid.equals(ofThisNetwork(facility.id())))
                        .findFirst()
                : facilities.byCode(code);
        return joined.filter(facility -> namesOf(facility.id()).contains(oid)).map(this::of);
    }

    /// As far as a caller may know: 地域共通ID is no domain to a facility.
    public Optional<Domain> find(String text, Caller caller) {
        return find(text).filter(domain -> caller.ofRegion() || domain.facility() != null);
    }

    /// The centre itself, as HL7 V3 names it.
    public String centre() {
        return settings.arc() + ".3";
    }

    /// A number or code system of this network's own, as FHIR names it: who acts, and the words of the log
    /// ([balp](../balp/README.md)).
    public String system(int place) {
        return PREFIX + settings.arc() + "." + place;
    }

    /// Which of the givers of one patient's numbers speaks against a facility's feed (自施設の番号の確認):
    /// one known here as another's, else the first when none is the facility's own. An empty name is its own;
    /// numbers of those nobody knows here (an insurer, say) may stand beside it.
    public OptionalInt objectionable(List<String> givers, Domain own) {
        var known = givers.stream().map(name -> find(name)).toList();
        var ours = IntStream.range(0, givers.size())
                .anyMatch(n ->
                        givers.get(n).isEmpty() || known.get(n).filter(own::is).isPresent());
        return ours
                ? IntStream.range(0, givers.size())
                        .filter(n ->
                                known.get(n).filter(domain -> !domain.is(own)).isPresent())
                        .findFirst()
                : OptionalInt.of(0);
    }

    /// Under which names a facility goes: its code and object identifier, and those it had before.
    Set<String> namesOf(FacilityId facility) {
        var now = of(facility);
        var names = new HashSet<>(List.of(now.namespace(), now.oid(), ofThisNetwork(facility)));
        attributes.codesOf(facility).forEach(code -> {
            names.add(code);
            if (CODE.matcher(code).matches()) {
                names.add(NATIONAL + code);
            }
        });
        return names;
    }

    private String ofThisNetwork(FacilityId facility) {
        return settings.arc() + ".2." + facility.value();
    }

    private Domain of(Facility facility) {
        var oid = CODE.matcher(facility.code()).matches() ? NATIONAL + facility.code() : ofThisNetwork(facility.id());
        return new Domain(oid, facility.code(), facility.id());
    }

    private Map<String, Domain> all() {
        var all = new HashMap<String, Domain>();
        var formerly = new HashMap<String, Domain>();
        facilities.all().forEach(facility -> {
            var domain = of(facility);
            all.put(domain.namespace(), domain);
            all.put(domain.oid(), domain);
            namesOf(facility.id()).forEach(name -> formerly.put(name, domain));
        });
        formerly.forEach(all::putIfAbsent);
        all.put(regional.oid(), regional);
        all.put(regional.namespace(), regional);
        return all;
    }
}
