package hmnet.formats.model.extract;

import java.util.List;

/// The facility's own profile of a person (患者基本の抜粋). Insurance by its kind only: insurer and card
/// number are shown to nobody outside the facility that sent them (健保法 第194条の2).
public record ProfileExtract(
        String height, String heightUnit, String weight, String weightUnit, String blood, List<String> insurances)
        implements Extract {
    @Override
    public byte[] write() {
        return new ExtractJson()
                .put("height", height)
                .put("heightUnit", heightUnit)
                .put("weight", weight)
                .put("weightUnit", weightUnit)
                .put("blood", blood)
                .items(insurances, (json, insurance) -> json.put("kind", insurance))
                .bytes();
    }

    static ProfileExtract of(ExtractFields fields) {
        return new ProfileExtract(
                fields.text("height"),
                fields.text("heightUnit"),
                fields.text("weight"),
                fields.text("weightUnit"),
                fields.text("blood"),
                fields.items().stream().map(item -> item.text("kind")).toList());
    }
}
