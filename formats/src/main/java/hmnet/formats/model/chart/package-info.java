/// What a facility tells of a patient, whatever language it came in (診療の記載): values only, and their rows.
@NullMarked
package hmnet.formats.model.chart;

import org.jspecify.annotations.NullMarked;
