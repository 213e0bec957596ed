/// Messages that do not fit the human whom their chart number means, and what a human said of them (番号の本人確認).
@ApplicationModule
@NullMarked
package hmnet.record.numberreviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
