/// Taking over facilities, people and cards from a file when a centre is new (初期移行).
@NullMarked
package hmnet.office.setup;

import org.jspecify.annotations.NullMarked;
