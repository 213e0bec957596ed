package hmnet.care.drughistory;

import hmnet.care.viewer.ChartFrame;
import hmnet.ground.design.QrDrawing;
import java.time.LocalDate;
import java.util.List;

/// The medicines taken now as codes for a medicine handbook (お薬手帳への出力).
///
/// @param drugs what is in the codes
/// @param left what could not be written, and stands in no code
/// @param notes how many elements the format has no place for
/// @param codes in the order in which they are numbered
public record HandbookScreen(
        ChartFrame chart, LocalDate today, List<String> drugs, List<String> left, int notes, List<QrDrawing> codes) {}
