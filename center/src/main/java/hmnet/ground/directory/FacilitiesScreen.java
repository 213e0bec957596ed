package hmnet.ground.directory;

import java.util.List;

/// All facilities (参加施設の一覧), those about which somebody has to say something first.
record FacilitiesScreen(List<FacilityLine> lines) {
    /// @param path of its page
    /// @param kind its word
    /// @param succession as in `directory.state.…`, or empty
    public record FacilityLine(String path, String name, String code, String kind, String succession) {}
}
