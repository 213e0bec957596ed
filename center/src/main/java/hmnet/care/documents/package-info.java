/// The papers of a chart (文書): reports, summaries, letters, care plans.
@ApplicationModule
@NullMarked
package hmnet.care.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
