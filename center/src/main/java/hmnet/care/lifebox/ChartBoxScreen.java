package hmnet.care.lifebox;

import hmnet.care.viewer.ChartFrame;
import org.jspecify.annotations.Nullable;

/// The life box of a person in their chart, for staff (カルテの命の宝箱).
///
/// @param standing what stands, or null
/// @param proposal what staff wrote and nobody confirmed, or null
/// @param paperable whether the reader may note that the person signed the proposal on paper
/// @param sheet the number of the sheet by which the reader writes for the person; 0 where they may not
record ChartBoxScreen(
        ChartFrame chart,
        @Nullable String told,
        @Nullable ShownBox standing,
        @Nullable ShownBox proposal,
        boolean paperable,
        long sheet) {}
