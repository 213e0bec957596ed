package hmnet.care.viewer;

import java.util.List;

/// One facility in the overview, a cell per month (一覧表の一行).
public record MatrixRow(String facility, List<MatrixCell> cells) {}
