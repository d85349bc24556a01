using Orleans.Personalize.Conformance.for_IPersonalizer;

namespace Orleans.Personalize.Cluster.Processes.on_three_processes;

// The shared facts, each group on a cluster of its own.
public sealed class Audiences_of_titles(ThreeProcesses host) : Audiences_of_titles<ThreeProcesses>(host);

public sealed class Changing_models(ThreeProcesses host) : Changing_models<ThreeProcesses>(host);

public sealed class Editorial_rules(ThreeProcesses host) : Editorial_rules<ThreeProcesses>(host);

public sealed class Erasing_and_exporting(ThreeProcesses host) : Erasing_and_exporting<ThreeProcesses>(host);

public sealed class Experiments_of_the_service(ThreeProcesses host) : Experiments_of_the_service<ThreeProcesses>(host);

public sealed class Home_pages(ThreeProcesses host) : Home_pages<ThreeProcesses>(host);

public sealed class Households(ThreeProcesses host) : Households<ThreeProcesses>(host);

public sealed class Merging_profiles(ThreeProcesses host) : Merging_profiles<ThreeProcesses>(host);

public sealed class Notifications(ThreeProcesses host) : Notifications<ThreeProcesses>(host);

public sealed class Pages_that_go_on(ThreeProcesses host) : Pages_that_go_on<ThreeProcesses>(host);

public sealed class Profile_settings(ThreeProcesses host) : Profile_settings<ThreeProcesses>(host);

public sealed class Recommendations(ThreeProcesses host) : Recommendations<ThreeProcesses>(host);

public sealed class Recording_concurrently(ThreeProcesses host) : Recording_concurrently<ThreeProcesses>(host);

public sealed class Recording_events(ThreeProcesses host) : Recording_events<ThreeProcesses>(host);

public sealed class Restarting(ThreeProcesses host) : Restarting<ThreeProcesses>(host);

public sealed class Searching(ThreeProcesses host) : Searching<ThreeProcesses>(host);

public sealed class The_catalogue(ThreeProcesses host) : The_catalogue<ThreeProcesses>(host);

public sealed class Title_pages_and_similar_titles(ThreeProcesses host) : Title_pages_and_similar_titles<ThreeProcesses>(host);
