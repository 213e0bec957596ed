package hmnet.office.portal;

import hmnet.office.portal.StoredChart.StoredDrug;
import hmnet.office.portal.StoredChart.StoredResult;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What somebody asks of a chart (臨床の問い), where the answer stands, and what the hospitals say it is.
enum ClinicalQuestion {
    DRUGS("いま何の薬を飲んでいるか", "経過表") {
        @Override
        List<List<String>> answer(QuestionContext asked) {
            return asked.drugs()
                    .map(drug -> List.of(drug.name(), drug.hospital().name(), slashed(drug.until())))
                    .toList();
        }
    },
    POTASSIUM("K はいくつか、前回から動いたか") {
        @Override
        List<List<String>> answer(QuestionContext asked) {
            return key("K", asked.chart().results("3H015"));
        }
    },
    CREATININE("Cr はいくつか、前回から動いたか") {
        @Override
        List<List<String>> answer(QuestionContext asked) {
            return key("Cr", asked.chart().results("3C015"));
        }
    },
    HBA1C("HbA1c はいくつか、前回から動いたか") {
        @Override
        List<List<String>> answer(QuestionContext asked) {
            var results = asked.chart().results("3D046");
            return results.isEmpty() ? List.of(List.of("HbA1c", asked.checkup())) : key("HbA1c", results);
        }
    },
    WHY_ADMITTED("最後の入院はなぜか", "文書") {
        @Override
        List<List<String>> answer(QuestionContext asked) {
            return asked.reason().isEmpty()
                    ? List.of(List.of(asked.chart().delayed().name(), "規則により、まだ表示しません", "文書"))
                    : List.of(List.of("入院理由 " + asked.reason()));
        }
    },
    PRESCRIBER("ワルファリン（なければ先頭の薬）はだれが出しているか") {
        @Override
        List<List<String>> answer(QuestionContext asked) {
            var drug = asked.drugs()
                    .filter(one -> one.name().startsWith("ワルファリン"))
                    .findFirst()
                    .or(() -> asked.drugs().findFirst())
                    .orElseThrow();
            // The band above the chart names the drug by its ingredient.
            return List.of(List.of(drug.name().substring(0, 5), drug.hospital().name()));
        }
    },
    NEW_SINCE("50 日前からの新しい記録はあるか", "時系列") {
        @Override
        List<List<String>> answer(QuestionContext asked) {
            return asked.chart()
                    .of("ADT-12")
                    .filter(visit -> visit.day().isAfter(asked.today().minusDays(50)))
                    .sorted(Comparator.comparing(StoredChart.StoredMessage::day).reversed())
                    .map(visit -> List.of(
                            visit.hospital().name(),
                            "外来",
                            visit.day().getYear() + "年" + visit.day().getMonthValue() + "月"))
                    .distinct()
                    .toList();
        }
    },
    ALLERGIES("アレルギーは") {
        @Override
        List<List<String>> answer(QuestionContext asked) {
            return asked.chart().allergies().stream()
                    .map(one -> List.of("アレルギーあり", one.getKey(), one.getValue()))
                    .toList();
        }
    },
    CULTURE("最後の培養は", "微生物（培養）") {
        @Override
        List<List<String>> answer(QuestionContext asked) {
            return asked.culture();
        }
    },
    BLOOD_GROUP("血液型は", "血液型・輸血") {
        @Override
        List<List<String>> answer(QuestionContext asked) {
            var groups = asked.chart().bloodGroups();
            return groups.values().stream().distinct().count() > 1
                    ? List.of(Stream.concat(
                                    Stream.of("血液型"),
                                    groups.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()))
                            .toList())
                    : groups.entrySet().stream()
                            .map(one -> List.of(one.getKey(), "患者基本情報の血液型", one.getValue()))
                            .toList();
        }
    },
    LAST_VISIT("最後にどこへかかったか") {
        @Override
        List<List<String>> answer(QuestionContext asked) {
            var visit = asked.chart().last("ADT-12").orElseThrow();
            var day = visit.day();
            return List.of(List.of(visit.hospital().name(), slashed(day), "外来"));
        }
    },
    KEPT_BACK("見えていないものはあるか") {
        @Override
        List<List<String>> answer(QuestionContext asked) {
            return asked.late()
                    ? List.of(List.of(asked.chart().delayed().name(), "まだ表示しません", "14 日間"))
                    : List.of(List.of("この画面は全記録とは限りません"));
        }
    };

    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);

    private final String words;
    private final List<String> links;

    ClinicalQuestion(String words, String... links) {
        this.words = words;
        this.links = List.of(links);
    }

    /// As a doctor asks it.
    String words() {
        return words;
    }

    /// The one link to follow where the first screen does not answer; none where it must.
    List<String> links() {
        return links;
    }

    /// Rows of words that stand together on the page.
    abstract List<List<String>> answer(QuestionContext asked);

    /// @param late whether a hospital's delay keeps something back
    /// @param reason why the last stay was, as the letter says
    /// @param checkup the HbA1c of the check-up, where no hospital measured it otherwise
    /// @param culture what must be said of cultures
    record QuestionContext(
            StoredChart chart,
            LocalDate today,
            boolean late,
            String reason,
            String checkup,
            List<List<String>> culture) {
        Stream<StoredDrug> drugs() {
            return chart.drugs(today.plusDays(1)).stream()
                    .sorted(Comparator.comparing(drug -> drug.hospital().code() + drug.name()));
        }
    }

    static String slashed(LocalDate day) {
        return day.format(SLASHED);
    }

    /// The newest with its day and the one before.
    private static List<List<String>> key(String name, List<StoredResult> results) {
        var newest = results.getFirst();
        return results.size() == 1
                ? List.of(List.of(name, newest.value(), newest.hospital().name(), slashed(newest.day()), "前回なし"))
                : List.of(List.of(
                        name,
                        newest.value(),
                        newest.hospital().name(),
                        slashed(newest.day()),
                        results.get(1).value(),
                        slashed(results.get(1).day())));
    }
}
