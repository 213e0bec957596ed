package hmnet.record.terminology;

import hmnet.formats.model.code.CodingLevel.CodingSource;
import hmnet.formats.model.code.Vocabulary;
import hmnet.ground.directory.FacilityId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// How far what each facility sends has a standard code (コードの対応状況), counted as it is filed.
@Component
public class CodeCounts {
    /// Codes kept of a facility; who sends more different ones has no codes but numbers.
    static final int CODES_MAX = 2000;

    private static final int LISTED = 20;

    /// A code seen less often could point at a single patient, and explaining it gains little.
    private static final int SHOWN_FROM = 5;

    private final JdbcTemplate db;

    CodeCounts(JdbcTemplate db) {
        this.db = db;
    }

    /// The things of one field that a facility sent since a month.
    public record CodeShare(
            FacilityId facility, Vocabulary field, long standard, long translated, long unmapped, long uncoded) {
        public long seen() {
            return standard + translated + unmapped + uncoded;
        }

        public long mapped() {
            return standard + translated;
        }
    }

    /// A code of a facility that neither is standard nor is explained.
    public record UnmappedCode(Vocabulary field, String system, String code, String display, long seen) {}

    /// Adds what a filing counted, within its transaction and while it holds the facility's row of counts.
    public void add(FacilityId facility, CodeTally tally) {
        var months = List.copyOf(tally.months().entrySet());
        if (months.isEmpty()) {
            return;
        }
        db.update(
                """
                insert into code_count (facility, month, field, standard, translated, unmapped, uncoded)
                select ?, m, f, s, t, u, n
                  from unnest(?::date[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) as a(m, f, s, t, u, n)
                    on conflict (facility, month, field) do update
                   set standard = code_count.standard + excluded.standard,
                       translated = code_count.translated + excluded.translated,
                       unmapped = code_count.unmapped + excluded.unmapped,
                       uncoded = code_count.uncoded + excluded.uncoded""",
                facility.value(),
                column(months, month -> month.getKey().firstDay().toString(), String[]::new),
                column(months, month -> month.getKey().field().code(), String[]::new),
                column(months, month -> month.getValue().getOrDefault(CodingSource.STANDARD, 0L), Long[]::new),
                column(months, month -> month.getValue().getOrDefault(CodingSource.TRANSLATED, 0L), Long[]::new),
                column(months, month -> month.getValue().getOrDefault(CodingSource.UNMAPPED, 0L), Long[]::new),
                column(months, month -> month.getValue().getOrDefault(CodingSource.UNCODED, 0L), Long[]::new));
        unmapped(facility, tally);
    }

    private void unmapped(FacilityId facility, CodeTally tally) {
        var codes = List.copyOf(tally.unmapped().entrySet());
        if (codes.isEmpty()) {
            return;
        }
        db.update(
                """
                insert into unmapped_code (facility, system, code, field, display, seen, last_month)
                select ?, a.s, a.c, a.f, a.d, a.n, a.m
                  from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::date[]) as a(s, c, f, d, n, m)
                 where (select count(*) from unmapped_code u where u.facility = ?) < ?
                    or exists (select from unmapped_code u where u.facility = ? and u.system = a.s and u.code = a.c)
                    on conflict (facility, system, code) do update
                   set seen = unmapped_code.seen + excluded.seen,
                       field = excluded.field,
                       display = case excluded.display when '' then unmapped_code.display else excluded.display end,
                       last_month = greatest(unmapped_code.last_month, excluded.last_month)""",
                facility.value(),
                column(codes, code -> code.getKey().system(), String[]::new),
                column(codes, code -> code.getKey().code(), String[]::new),
                column(codes, code -> code.getValue().field().code(), String[]::new),
                column(codes, code -> code.getValue().display(), String[]::new),
                column(codes, code -> code.getValue().times(), Long[]::new),
                column(codes, code -> code.getValue().month().toString(), String[]::new),
                facility.value(),
                CODES_MAX,
                facility.value());
    }

    /// Of all facilities, since the first day of a month.
    public List<CodeShare> since(LocalDate month) {
        return db.query(
                """
                select facility, field, sum(standard) as standard, sum(translated) as translated,
                       sum(unmapped) as unmapped, sum(uncoded) as uncoded
                  from code_count where month >= ? group by facility, field order by facility, field""",
                (row, number) -> new CodeShare(
                        new FacilityId(row.getLong("facility")),
                        field(row.getString("field")),
                        row.getLong("standard"),
                        row.getLong("translated"),
                        row.getLong("unmapped"),
                        row.getLong("uncoded")),
                month);
    }

    /// The codes a facility sent most often that are not explained.
    public List<UnmappedCode> unmapped(FacilityId facility) {
        return db.query(
                """
                select field, system, code, display, seen from unmapped_code
                 where facility = ? and seen >= ? order by seen desc, system, code limit ?""",
                (row, number) -> new UnmappedCode(
                        field(row.getString("field")),
                        row.getString("system"),
                        row.getString("code"),
                        row.getString("display"),
                        row.getLong("seen")),
                facility.value(),
                SHOWN_FROM,
                LISTED);
    }

    private static Vocabulary field(String code) {
        return Arrays.stream(Vocabulary.values())
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No field of codes is called " + code));
    }

    private static <T, V> Object column(List<T> rows, Function<T, V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
