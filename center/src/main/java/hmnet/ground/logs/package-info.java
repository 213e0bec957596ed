/// How this centre's log is written (ログの書き方): as text or as JSON, and without the words of a chart.
@ApplicationModule
@NullMarked
package hmnet.ground.logs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
