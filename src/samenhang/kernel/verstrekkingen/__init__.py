"""What leaves a scheme: typed hand-overs, decided and recorded. Deciding per requester follows with its scheme."""
