package hmnet.care.viewer;

/// What all pages of one chart share (カルテの枠).
///
/// @param path the person's address, `/people/…`; a tab is `path/timeline`
/// @param tab where we are
public record ChartFrame(String path, PersonBanner person, ChartTab tab) {
    public String path(ChartTab other) {
        return path + "/" + other.word();
    }
}
