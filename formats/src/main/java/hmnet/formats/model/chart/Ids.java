package hmnet.formats.model.chart;

/// Gives a FHIR resource its id (資源ID): the same item gets the same id in every version of its source.
@FunctionalInterface
public interface Ids {
    /// @param itemKey the item's own key in its source message, never its position
    String of(String resourceType, String itemKey);
}
