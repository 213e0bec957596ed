package hmnet.care.cautions;

import hmnet.formats.base.Table;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is surely to be minded of a drug, by its name (注意すべき薬), from `drug-cautions.csv`. A name the table does not
/// have says
/// nothing: never that a drug is harmless.
public final class DrugCautions {
    private static final List<DrugRule> RULES = Table.read(DrugCautions.class, "drug-cautions.csv").stream()
            .map(DrugRule::of)
            .toList();
    /// What acts where it is put bleeds and burdens kidneys far less: no rule speaks of it.
    private static final Pattern TOPICAL = Pattern.compile("テープ|パップ|軟膏|クリーム|ゲル|ローション|点眼|点鼻|点耳|貼付|外用|スプレー|うがい|吸入");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private DrugCautions() {}

    /// The cautions of a drug; none for what the table does not know.
    public static Set<DrugCaution> of(String name) {
        var plain = plain(name);
        return TOPICAL.matcher(plain).find()
                ? Set.of()
                : RULES.stream()
                        .filter(rule -> rule.names(plain))
                        .flatMap(rule -> rule.cautions().stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DrugCaution.class)));
    }

    /// The substance, whatever its maker and strength; nothing for what the table does not know, or for what acts where
    /// it is put.
    public static Optional<String> substance(String name) {
        var plain = plain(name);
        return TOPICAL.matcher(plain).find()
                ? Optional.empty()
                : RULES.stream()
                        .filter(rule -> rule.names(plain))
                        .map(DrugRule::substance)
                        .findFirst();
    }

    private static String plain(String name) {
        return BLANKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
    }

    /// What is to be minded (注意の別).
    public enum DrugCaution {
        /// 抗凝固薬.
        ANTICOAGULANT,
        /// 抗血小板薬.
        ANTIPLATELET,
        /// 非ステロイド性抗炎症薬.
        NSAID,
        /// 腎機能により禁忌・減量があるもの.
        KIDNEY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Bleeding is more likely, and more so with two of them.
        public boolean bleeding() {
            return switch (this) {
                case ANTICOAGULANT, ANTIPLATELET, NSAID -> true;
                case KIDNEY -> false;
            };
        }
    }

    /// One line of the table.
    private record DrugRule(String substance, List<String> names, Set<DrugCaution> cautions) {
        static DrugRule of(List<String> row) {
            return new DrugRule(
                    row.getFirst(),
                    Stream.concat(
                                    Stream.of(row.getFirst()),
                                    Stream.of(row.get(1).split(" ")))
                            .filter(name -> !name.isEmpty())
                            .toList(),
                    Stream.of(row.get(2).split(" ")).map(DrugCaution::valueOf).collect(Collectors.toSet()));
        }

        boolean names(String plain) {
            return names.stream().anyMatch(plain::contains);
        }
    }
}
