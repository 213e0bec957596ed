/// Random humans under one chart number, and how messages tell of them (乱数の人).
@NullMarked
package hmnet.bench.drill.humans;

import org.jspecify.annotations.NullMarked;
