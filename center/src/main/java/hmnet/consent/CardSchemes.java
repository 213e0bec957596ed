package hmnet.consent;

import hmnet.database.Recent;
import hmnet.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All number schemes (番号体系の表), as they stood at most two seconds ago.
@Component
public class CardSchemes {
    private final JdbcClient db;
    private final Recent<List<CardScheme>> known;

    CardSchemes(JdbcClient db) {
        this.db = db;
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
    public void add(String word, FacilityId hospital, String name, String checkRule, Map<String, String> forms) {
        forms.values().forEach(Pattern::compile);
        db.sql("""
                        insert into card_scheme (word, kind, facility, name, check_rule)
                        values (?, 'disclosure', ?, ?, ?)""").params(word, hospital.value(), name, checkRule).update();
        forms.forEach(
                (carrier, pattern) -> db.sql("insert into card_scheme_form (scheme, carrier, pattern) values (?, ?, ?)")
                        .params(word, carrier, pattern)
                        .update());
        known.forget();
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
                row.getString("kind"),
                facility == null ? null : new FacilityId(facility),
                row.getString("name"),
                row.getString("check_rule"),
                row.getObject("until", LocalDate.class),
                forms);
    }
}
