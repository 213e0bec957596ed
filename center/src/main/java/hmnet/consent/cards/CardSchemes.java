package hmnet.consent.cards;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.database.Recent;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All number schemes (番号体系の表), as they stood at most two seconds ago.
@Component
public class CardSchemes {
    private final JdbcClient db;
    private final Audit audit;
    private final Recent<List<CardScheme>> known;

    CardSchemes(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
        this.known = new Recent<>(this::read);
    }

    public List<CardScheme> all() {
        return known.get();
    }

    public Optional<CardScheme> ofHospital(FacilityId facility) {
        return all().stream()
                .filter(scheme -> facility.equals(scheme.facility()))
                .findFirst();
    }

    /// The cards a typed or read number may be: the schemes of two hospitals may both know it.
    public List<CardCode> recognise(String text) {
        return all().stream()
                .flatMap(scheme -> scheme.read(text).stream())
                .distinct()
                .toList();
    }

    /// The 開示カード of a hospital.
    @Transactional
    public void add(String word, FacilityId hospital, String name, CheckRule checkRule, Map<String, String> forms) {
        forms.values().forEach(Pattern::compile);
        db.sql("""
                        insert into card_scheme (word, kind, facility, name, check_rule)
                        values (?, ?, ?, ?, ?)""")
                .params(word, CardKind.DISCLOSURE.word(), hospital.value(), name, checkRule.word())
                .update();
        forms.forEach(
                (carrier, pattern) -> db.sql("insert into card_scheme_form (scheme, carrier, pattern) values (?, ?, ?)")
                        .params(word, carrier, pattern)
                        .update());
        known.forget();
    }

    /// The look of a scheme's numbers on one carrier.
    ///
    /// @param carrier `printed`, `stripe` or `barcode`
    /// @param looks its shape, or the pattern where it came with the centre
    public record CardForm(String scheme, String carrier, String looks) {}

    public List<CardForm> forms() {
        return db.sql("""
                        select scheme, carrier, coalesce(shape, pattern) as looks from card_scheme_form
                         order by scheme, array_position(array['printed', 'stripe', 'barcode'], carrier)""")
                .query((row, number) ->
                        new CardForm(row.getString("scheme"), row.getString("carrier"), row.getString("looks")))
                .list();
    }

    /// How many cards of each scheme work.
    public Map<String, Long> working() {
        var working = new HashMap<String, Long>();
        db.sql("""
                        select c.scheme, count(*) as cards from card c join card_scheme s on s.word = c.scheme
                         where c.state = %s and (s.facility is null or cards_follow(s.facility))
                           and coalesce(c.works_until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date
                           and coalesce(s.until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date
                         group by c.scheme""".formatted(CardLife.ACTIVE.sql())).query(row -> {
            working.put(row.getString("scheme"), row.getLong("cards"));
        });
        return working;
    }

    /// A scheme as the office writes it: of a hospital's 開示カード, or of earlier HM cards where no hospital
    /// is named.
    ///
    /// @return whether it is new: a word is given once
    @Transactional
    public boolean add(CardScheme scheme, Map<String, CardShape> shapes, Requester by) {
        var isNew = db.sql("""
                        insert into card_scheme (word, kind, facility, name, check_rule, until)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .param(scheme.word())
                        .param(scheme.kind().word())
                        .param(
                                scheme.facility() == null
                                        ? null
                                        : scheme.facility().value())
                        .param(scheme.name())
                        .param(scheme.checkRule().word())
                        .param(scheme.until())
                        .update()
                == 1;
        if (isNew) {
            shapes.forEach((carrier, shape) -> db.sql(
                            "insert into card_scheme_form (scheme, carrier, pattern, shape) values (?, ?, ?, ?)")
                    .params(scheme.word(), carrier, shape.pattern().pattern(), shape.text())
                    .update());
            tell("added", Map.of("scheme", scheme.word()), by);
            known.forget();
        }
        return isNew;
    }

    /// The last day on which a scheme's cards work; null takes it back. The centre's own scheme has no end.
    @Transactional
    public boolean end(String word, @Nullable LocalDate until, Requester by) {
        var changed = !word.equals(CardCode.HM)
                && db.sql("update card_scheme set until = ? where word = ?")
                                .param(until)
                                .param(word)
                                .update()
                        == 1;
        if (changed) {
            tell("ended", Map.of("scheme", word, "until", until == null ? "" : until.toString()), by);
            known.forget();
        }
        return changed;
    }

    private void tell(String outcome, Map<String, String> detail, Requester by) {
        audit.write(StaffTrace.of(Action.CARD_DATA_CHANGED, by, null, outcome, detail));
    }

    private List<CardScheme> read() {
        var forms = db
                .sql("select scheme, pattern from card_scheme_form order by scheme, carrier")
                .query((row, number) -> Map.entry(row.getString("scheme"), Pattern.compile(row.getString("pattern"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return db.sql("select * from card_scheme order by word limit 1000")
                .query((row, number) -> scheme(row, forms.getOrDefault(row.getString("word"), List.of())))
                .list();
    }

    private static CardScheme scheme(ResultSet row, List<Pattern> forms) throws SQLException {
        var facility = row.getObject("facility", Long.class);
        return new CardScheme(
                row.getString("word"),
                ColumnWord.read(row, "kind", CardKind.class),
                facility == null ? null : new FacilityId(facility),
                row.getString("name"),
                ColumnWord.read(row, "check_rule", CheckRule.class),
                row.getObject("until", LocalDate.class),
                forms);
    }
}
