package hmnet.formats.kenshin;

import hmnet.formats.base.xml.XmlElement;

/// Writes a section of results (セクションの書き出し): its words, and an entry an item; groups by their
/// members.
final class SectionWriter {
    private SectionWriter() {}

    static void write(XmlElement body, Checkup.CheckupSection section) {
        var element = body.open("component").open("section");
        var word = Items.word("section", section.code());
        element.open("code")
                .with("code", section.code())
                .with("codeSystem", Oids.SECTION)
                .withSome("displayName", word);
        if (!section.title().isEmpty() || !word.isEmpty()) {
            element.open("title").add(section.title().isEmpty() ? word : section.title());
        }
        words(element.open("text"), section);
        for (var item : section.items()) {
            observation(element.open("entry"), item);
        }
    }

    private static void words(XmlElement text, Checkup.CheckupSection section) {
        if (!section.text().isEmpty()) {
            text.add(section.text());
            return;
        }
        var list = text.open("list");
        for (var item : section.items()) {
            list.open("item").add(said(item));
        }
        if (section.items().isEmpty()) {
            list.open("item").add("記載なし");
        }
    }

    private static String said(CheckupItem item) {
        var name = item.name().isEmpty() ? item.code() : item.name();
        return switch (item.state()) {
            case NOT_DONE -> name + " 未実施";
            case NOT_MEASURABLE -> name + " 測定不能";
            case MEASURED -> name + " " + (item.display().isEmpty() ? item.value() : item.display()) + item.unit();
        };
    }

    private static void observation(XmlElement holder, CheckupItem item) {
        var observation = holder.open("observation").with("classCode", "OBS").with("moodCode", "EVN");
        if (item.state() == CheckupItem.State.NOT_DONE) {
            observation.with("negationInd", "true");
        }
        observation
                .open("code")
                .with("code", item.code())
                .withSome("codeSystem", item.codeSystem().equals(Oids.ITEMS) ? "" : item.codeSystem())
                .withSome("displayName", item.name());
        value(observation, item);
        if (!item.flag().isEmpty()) {
            observation.open("interpretationCode").with("code", item.flag());
        }
        if (!item.method().isEmpty()) {
            observation.open("methodCode").with("code", item.method());
        }
        author(observation, item);
        for (var member : item.members()) {
            observation(observation.open("entryRelationship").with("typeCode", "COMP"), member);
        }
        range(observation, item);
    }

    private static void value(XmlElement observation, CheckupItem item) {
        if (item.state() == CheckupItem.State.NOT_MEASURABLE) {
            observation
                    .open("value")
                    .with("xsi:type", item.type().isEmpty() ? "PQ" : item.type())
                    .with("nullFlavor", "NI");
        } else if (item.state() == CheckupItem.State.MEASURED && !item.type().isEmpty()) {
            var value = observation.open("value").with("xsi:type", item.type());
            switch (item.type()) {
                case "PQ" -> value.with("value", item.value()).withSome("unit", item.unit());
                case "CD", "CO" ->
                    value.with("code", item.value())
                            .withSome("codeSystem", item.results())
                            .withSome("displayName", item.display());
                case "ST" -> value.add(item.value());
                default -> value.with("value", item.value());
            }
        }
    }

    private static void author(XmlElement observation, CheckupItem item) {
        if (!item.author().isEmpty()) {
            var author = observation.open("author");
            author.open("time").with("nullFlavor", "NI");
            var assigned = author.open("assignedAuthor");
            assigned.open("id").with("nullFlavor", "NI");
            assigned.open("assignedPerson").open("name").add(item.author());
        }
    }

    private static void range(XmlElement observation, CheckupItem item) {
        if (!item.low().isEmpty() || !item.high().isEmpty()) {
            var range =
                    observation.open("referenceRange").with("typeCode", "REFV").open("observationRange");
            var value = range.with("classCode", "OBS").open("value").with("xsi:type", "IVL_PQ");
            if (!item.low().isEmpty()) {
                value.open("low").with("value", item.low()).withSome("unit", item.unit());
            }
            if (!item.high().isEmpty()) {
                value.open("high").with("value", item.high()).withSome("unit", item.unit());
            }
        }
    }
}
