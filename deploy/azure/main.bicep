// What the cluster needs on Azure: a storage account, a registry for the image and Kubernetes, which makes the share for the model files itself.
//   az deployment group create -g GROUP -f deploy/azure/main.bicep -p name=personalize
targetScope = 'resourceGroup'

@description('Names everything; 3 to 16 lower-case letters and digits.')
@minLength(3)
@maxLength(16)
param name string

@description('Where it is.')
param location string = resourceGroup().location

@description('How many machines run silos and gateways.')
@minValue(3)
param nodes int = 3

@description('The size of each: 8 processors and 64 GB hold two silos of 16 GB with room for a rolling update.')
param nodeSize string = 'Standard_E8ds_v5'

// State of grains in blobs, the members of the cluster in a table; three copies in three zones.
resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '${name}storage'
  location: location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: '${name}images'
  location: location
  sku: {
    name: 'Premium'
  }
  properties: {
    adminUserEnabled: false
  }
}

resource cluster 'Microsoft.ContainerService/managedClusters@2024-05-01' = {
  name: name
  location: location
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    dnsPrefix: name
    agentPoolProfiles: [
      {
        name: 'silos'
        mode: 'System'
        count: nodes
        vmSize: nodeSize
        osType: 'Linux'
        availabilityZones: [
          '1'
          '2'
          '3'
        ]
      }
    ]
    networkProfile: {
      networkPlugin: 'azure'
      networkPolicy: 'azure'
    }
  }
}

// The machines may pull the image.
resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, cluster.id, 'AcrPull')
  scope: registry
  properties: {
    principalId: cluster.properties.identityProfile.kubeletidentity.objectId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
  }
}

output registry string = registry.properties.loginServer
output cluster string = cluster.name
output storage string = storage.name
