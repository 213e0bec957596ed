/// Taking over facilities, people and cards from a file when a centre is new (初期移行).
@ApplicationModule
@NullMarked
package hmnet.office.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
