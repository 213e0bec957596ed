package hmnet.care.reasons;

import hmnet.care.viewer.ChartFrame;
import hmnet.consent.sight.SightScreen;

/// Why a reader sees what they see (閲覧範囲の理由の画面).
public record ReasonsScreen(ChartFrame chart, SightScreen sight) {}
