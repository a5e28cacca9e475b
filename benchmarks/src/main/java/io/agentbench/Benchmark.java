package io.agentbench;

import java.util.List;

/// One measurement with everything it needs around it.
interface Benchmark {

  /// Starts what it needs, measures, ends what it started.
  List<Figure> run(Options options) throws Exception;
}
